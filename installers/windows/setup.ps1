# What the Windows scripts share, as setup.sh does for the others. Written after documented behaviour; never run yet.
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
$script:Top = (Resolve-Path (Join-Path $PSScriptRoot "..\..")).Path
Set-Location $script:Top

function Find-Python {
    foreach ($version in "3.13", "3.12", "3.11") {
        if (Get-Command py -ErrorAction SilentlyContinue) {
            & py "-$version" -c "import venv, ensurepip" 2>$null
            if ($LASTEXITCODE -eq 0) { return @("py", "-$version") }
        }
    }
    throw "No Python 3.11, 3.12 or 3.13 was found. Install it for all users and run this again."
}

# Get-Environment FOLDER LOCK: the environment's Python, made anew when the lock changed.
function Get-Environment([string]$Folder, [string]$Lock) {
    $python = Join-Path $Folder "Scripts\python.exe"
    $stamp = Join-Path $Folder "hvacdesk-lock"
    $hash = (Get-FileHash $Lock -Algorithm SHA256).Hash
    if ((Test-Path $stamp) -and (Get-Content $stamp) -eq $hash) { return $python }
    $found = Find-Python
    & $found[0] $found[1] -m venv --clear $Folder
    if ($LASTEXITCODE -ne 0) { throw "The environment $Folder could not be made." }
    & $python -m pip install --quiet --no-input --require-hashes --no-deps --only-binary :all: -r $Lock
    if ($LASTEXITCODE -ne 0) { throw "pip could not install $Lock." }
    Set-Content $stamp $hash
    return $python
}

function Update-Translations([string]$Python) {
    foreach ($source in Get-ChildItem resources\translations\*.ts) {
        $compiled = [IO.Path]::ChangeExtension($source.FullName, ".qm")
        & $Python -c "from PySide6.scripts.pyside_tool import lrelease; lrelease()" -silent $source.FullName -qm $compiled
        if ($LASTEXITCODE -ne 0) { throw "$source could not be compiled." }
    }
}
