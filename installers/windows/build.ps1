# powershell -File installers\windows\build.ps1 [--certificate THUMBPRINT …]: leaves dist\hvacdesk-VERSION-setup.exe.
# Needs makensis on the PATH. The steps are build.py's, which try-here.sh runs on Debian; this file itself was never run.
. (Join-Path $PSScriptRoot "setup.ps1")
$python = Get-Environment "build\venv" "installers\requirements-build.lock"
& $python installers\windows\build.py all @args
exit $LASTEXITCODE
