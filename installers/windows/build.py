"""Builds the Windows program and its installer: the steps that build.ps1 and try-here.sh share.

``build.py folder`` leaves the program in ``build/windows/dist/hvacdesk``; it takes Windows' Python with the
packages of ``requirements-build.lock``. ``build.py installer`` packs that folder into
``dist/hvacdesk-VERSION-setup.exe`` with any Python and makensis. ``build.py all`` does both,
``build.py stamp`` prints what names a build, ``build.py sign FILE…`` signs programs, and
``build.py translations`` compiles those alone, for the tests.
The installer and what it installs are signed when a certificate is given:

``--certificate NAME``: a PKCS #12 file for osslsigncode, or the SHA-1 thumbprint of a certificate in Windows'
own store for signtool. ``--password FILE`` holds the PKCS #12 file's password, which is never an argument.
``--timestamp URL`` asks a timestamp server; without one a signature ends with its certificate.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "installers" / "windows"
BUILD = ROOT / "build"
PLACE = BUILD / "windows"
FOLDER = PLACE / "dist" / "hvacdesk"
PROGRAMS = ("hvacdesk.exe", "hvacdesk-cli.exe")
INPUTS = (
    *(
        "hvacdesk",
        "resources",
        "installers/hvacdesk.spec",
        "installers/licences.py",
        "installers/linux/interpreter.py",
    ),
    *(f"installers/windows/{name}" for name in ("build.py", "hvacdesk.manifest", "resources.py")),
)
"""What the built program is made from; its installer and the trials may change without another build."""
MADE_FROM_OTHERS = {".pyc", ".qm"}
BLOCK = 4096
"""What a file takes on the disk is a multiple of it."""
TOLD = {
    "APP_ID": "hvacdesk/ui/shell/taskbar.py",
    "RUN_KEY": "hvacdesk/services/seats/login_start.py",
    "RUN_VALUE": "hvacdesk/services/seats/login_start.py",
}
"""What the installer's script is told of the program's own names, and which module says them."""
STAMP_LENGTH = 12
"""Hexadecimal digits; two builds that differ must not share a folder."""


class BuildFailed(Exception):
    """A step did not do its work; the message says which."""


def main(arguments: list[str]) -> int:
    """Run the steps that were asked for; 1 when one of them fails."""
    parser = argparse.ArgumentParser(description="Builds the Windows program and its installer.")
    parser.add_argument("step", choices=("folder", "installer", "all", "sign", "stamp", "translations"))
    parser.add_argument("files", nargs="*", type=Path, help="what to sign")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the built program, for installer")
    parser.add_argument("--version", default="", help="of the installer; else the program's own")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the installer goes")
    parser.add_argument("--target", default="x86-unicode", help="which of NSIS's starters the installer has")
    parser.add_argument("--certificate", default="")
    parser.add_argument("--password", type=Path)
    parser.add_argument("--timestamp", default="")
    options = parser.parse_intermixed_args(arguments)  # makensis puts the file last
    options.version = options.version or version()
    try:
        carry_out(options)
    except BuildFailed as failure:
        print(f"hvacdesk: {failure}", file=sys.stderr)
        return 1
    return 0


def carry_out(options: argparse.Namespace) -> None:
    """The steps in their order."""
    if options.step == "stamp":
        print(stamp())
    if options.step == "translations":
        compile_translations()
    if options.step == "sign":
        sign(options.files, options)
    if options.step in {"folder", "all"}:
        build_folder()
    if options.step in {"installer", "all"}:
        if options.certificate:
            sign([options.folder / name for name in PROGRAMS], options)
        setup = pack(options)
        if options.certificate:
            sign([setup], options)
        print(setup)


def version() -> str:
    """The program's version, read without importing it."""
    return constant("__version__", "hvacdesk/__init__.py")


def constant(name: str, module: str) -> str:
    """A text that a module of the program names, read without importing it."""
    for line in ast.parse((ROOT / module).read_text(encoding="utf-8")).body:
        if isinstance(line, ast.Assign) and [ast.unparse(one) for one in line.targets] == [name]:
            return str(ast.literal_eval(line.value))
    raise BuildFailed(f"{module} names no {name}")


def stamp() -> str:
    """What names a build: the same sources give the same, and any change of them another one."""
    digest = hashlib.sha256()
    paths = [ROOT / "installers" / "requirements-build.lock"]
    for name in INPUTS:
        place = ROOT / name
        paths += place.rglob("*") if place.is_dir() else [place]
    for path in sorted(paths, key=lambda one: one.relative_to(ROOT).as_posix()):
        if path.is_file() and path.suffix not in MADE_FROM_OTHERS:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:STAMP_LENGTH]


def build_folder() -> None:
    """Translations, licences, icon and version resource, then PyInstaller."""
    PLACE.mkdir(parents=True, exist_ok=True)
    compile_translations()
    python("installers/licences.py", "build/licences.json", what="collecting the licences")
    python("installers/windows/resources.py", what="making icon and version resource")
    os.environ["PYTHONHASHSEED"] = "0"
    # PyInstaller writes the name of its folder into the programs, so two builds can lie side by side.
    os.environ["HVACDESK_CONTENTS"] = f"program-{version()}-{stamp()}"
    python(
        *("-m", "PyInstaller", "-y", "--log-level", "WARN"),
        *("--distpath", str(PLACE / "dist"), "--workpath", str(PLACE / "work"), "installers/hvacdesk.spec"),
        what="PyInstaller",
    )
    (PLACE / "stamp").write_text(stamp(), encoding="ascii")


def compile_translations() -> None:
    """Those that are not compiled already."""
    command = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
            arguments = ("-silent", str(source), "-qm", str(compiled))
            python("-c", command, *arguments, what=f"compiling {source.name}")


def pack(options: argparse.Namespace) -> Path:
    """Compile the installer around the built program, with warnings as errors; returns its path."""
    contents = [path.name for path in options.folder.glob("program-*") if path.is_dir()]
    if len(contents) != 1:
        raise BuildFailed(f"{options.folder} holds no built program")
    options.out.mkdir(exist_ok=True)
    defined = {"VERSION": options.version, "FOLDER": str(options.folder.resolve()), "CONTENTS": contents[0]}
    defined["OUT"] = str(options.out.resolve() / f"hvacdesk-{options.version}-setup.exe")
    defined["KILOBYTES"] = str(kilobytes(options.folder))
    defined |= {name: constant(name, module) for name, module in TOLD.items()}
    if options.certificate:
        # makensis calls this with the uninstaller that it is about to pack.
        parts = [sys.executable, str(Path(__file__).resolve()), "sign", *certificate_arguments(options)]
        defined["SIGN"] = " ".join(f'"{part}"' for part in parts)
    switches = [f"-D{name}={value}" for name, value in defined.items()]
    # Every Windows runs NSIS's 32-bit starter, the only one that NSIS has there; Wine may lack 32 bits.
    switches.insert(0, f"-XTarget {options.target}")
    run(["makensis", "-V2", "-WX", *switches, str(HERE / "hvacdesk.nsi")], what="makensis")
    return Path(defined["OUT"])


def kilobytes(folder: Path) -> int:
    """What a folder takes on a disk, and a megabyte for its names and the uninstaller."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(-(-size // BLOCK) * BLOCK for size in sizes) // 1024 + 1024


def certificate_arguments(options: argparse.Namespace) -> list[str]:
    """The same certificate once more, for a call from makensis."""
    arguments = ["--certificate", options.certificate]
    if options.password:
        arguments += ["--password", str(options.password.resolve())]
    if options.timestamp:
        arguments += ["--timestamp", options.timestamp]
    return arguments


def sign(files: list[Path], options: argparse.Namespace) -> None:
    """Sign each file in its place; signtool where there is one, else osslsigncode."""
    for path in files:
        if shutil.which("signtool"):
            run(signtool(path, options), what=f"signing {path.name}")
            continue
        signed = path.with_name(f"{path.name}.signed")
        signed.unlink(missing_ok=True)
        run(osslsigncode(path, signed, options), what=f"signing {path.name}")
        signed.replace(path)


def signtool(path: Path, options: argparse.Namespace) -> list[str]:
    """The command of Windows' own tool, with a certificate of Windows' own store."""
    asked = ["/tr", options.timestamp, "/td", "SHA256"] if options.timestamp else []
    return [
        "signtool",
        "sign",
        "/fd",
        "SHA256",
        "/sha1",
        options.certificate,
        "/d",
        "hvacdesk",
        *asked,
        str(path),
    ]


def osslsigncode(path: Path, signed: Path, options: argparse.Namespace) -> list[str]:
    """The command that signs without Windows."""
    secret = ["-readpass", str(options.password)] if options.password else []
    asked = ["-ts", options.timestamp] if options.timestamp else []
    certificate = ["-pkcs12", options.certificate, *secret]
    return [
        *("osslsigncode", "sign", *certificate, "-h", "sha256", "-n", "hvacdesk", *asked),
        *("-in", str(path), "-out", str(signed)),
    ]


def python(*arguments: str, what: str) -> None:
    """Run a tool of ours or of the environment with the Python that runs this."""
    run([sys.executable, *arguments], what=what)


def run(command: list[str], *, what: str) -> None:
    """Run it at the checkout's top; what it prints is shown on standard error."""
    print(f"hvacdesk: {what}", file=sys.stderr, flush=True)
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False)
    except FileNotFoundError:
        raise BuildFailed(f"{command[0]} was not found") from None
    if done.returncode != 0:
        raise BuildFailed(f"{what} failed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
