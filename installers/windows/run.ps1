# powershell -File installers\windows\run.ps1 [ARGS…]: start hvacdesk; ARGS go to the program. Never run yet.
. (Join-Path $PSScriptRoot "setup.ps1")
$python = Get-Environment ".venv" "installers\requirements.lock"
Update-Translations $python
& $python -m hvacdesk @args
exit $LASTEXITCODE
