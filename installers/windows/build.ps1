# powershell -File installers\windows\build.ps1: leaves dist\hvacdesk-VERSION-setup.exe. Needs makensis on the PATH.
# Never run yet: written after PyInstaller's and NSIS's documentation; hvacdesk.nsi itself was compiled on Linux.
. (Join-Path $PSScriptRoot "setup.ps1")
New-Item -ItemType Directory -Force build, dist | Out-Null
$python = Get-Environment "build\venv" "installers\requirements-build.lock"
Update-Translations $python
& $python installers\licences.py build\licences.json
if ($LASTEXITCODE -ne 0) { throw "The licences could not be collected." }
& $python installers\windows\resources.py
if ($LASTEXITCODE -ne 0) { throw "Icon and version resource could not be made." }
& $python -m PyInstaller -y --log-level ERROR --distpath build\dist --workpath build\work installers\hvacdesk.spec
if ($LASTEXITCODE -ne 0) { throw "PyInstaller failed." }
$version = & $python -c "import hvacdesk; print(hvacdesk.__version__)"
$folder = (Resolve-Path build\dist\hvacdesk).Path
& makensis -V2 -WX "-DVERSION=$version" "-DFOLDER=$folder" installers\windows\hvacdesk.nsi
if ($LASTEXITCODE -ne 0) { throw "makensis failed." }
Write-Host "hvacdesk: dist\hvacdesk-$version-setup.exe"
