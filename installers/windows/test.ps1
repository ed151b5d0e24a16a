# powershell -File installers\windows\test.ps1 [PYTEST ARGS…]: every check and the tests that do not need Linux's
# services (key store on D-Bus, CUPS, tmpfs): those skip themselves or are left out here. Never run yet.
. (Join-Path $PSScriptRoot "setup.ps1")
$python = Get-Environment ".venv" "installers\requirements-test.lock"
Update-Translations $python
$env:QT_QPA_PLATFORM = "offscreen"
if ($args.Count -gt 0) { & $python -m pytest @args; exit $LASTEXITCODE }
$failed = $false
foreach ($check in @("ruff check .", "ruff format --check .", "mypy", "pytest tests\unit")) {
    Write-Host "hvacdesk: $check"
    & $python -m $check.Split(" ")
    if ($LASTEXITCODE -ne 0) { $failed = $true }
}
Write-Host "hvacdesk: lint-imports"
& .venv\Scripts\lint-imports.exe --no-logo
if ($LASTEXITCODE -ne 0) { $failed = $true }
if ($failed) { exit 1 }
