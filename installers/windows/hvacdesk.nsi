; The Windows installer of hvacdesk, compiled by build.py: FOLDER is the built program, CONTENTS the name of the folder
; with its libraries, KILOBYTES what the built program takes on a disk, OUT the installer that is written, SIGN a command
; that signs a file. Switches of the installer: /S installs without questions, /D=FOLDER (last) chooses the folder.
; Exit codes: 3 hvacdesk runs, 4 unfit Windows, 5 a newer one is installed, 6 no room, 7 somebody else's folder,
; 8 another program holds a file, 9 it is installed in another folder.
; /FIREWALL=yes or /FIREWALL=no answers what is asked about the firewall; without either /S leaves it as it is.
; It installs for everybody on the computer and never touches an office's data.
Unicode true
!if "$%HVACDESK_QUICK%" == "yes" ; try-here.sh's first installer: large, but compiled and unpacked in seconds
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
ManifestDPIAwareness "PerMonitorV2,System"
ManifestSupportedOS all
RequestExecutionLevel admin

!include "MUI2.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

!ifndef VERSION
  !error "give -DVERSION=…"
!endif
!ifndef FOLDER | CONTENTS | OUT
  !error "build.py gives -DFOLDER=…, -DCONTENTS=… and -DOUT=…"
!endif
!ifndef KILOBYTES
  !error "build.py gives -DKILOBYTES=…"
!endif
!ifndef APP_ID | RUN_KEY | RUN_VALUE
  !error "build.py gives the program's own names, those of TOLD"
!endif
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
!define TOP "..\.."
!define REGISTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\hvacdesk"
!define BACKUP_MENU "Software\Classes\Directory\shell\hvacdesk"
!define RULE "hvacdesk"
!define MARK ".hvacdesk" ; what a build's name has behind it in the name of its mark
!define PATIENCE 40 ; tries, a quarter of a second apart: a virus scanner may hold a new file for five seconds

Name "hvacdesk"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\hvacdesk"
AllowSkipFiles off ; a program with a file left out is none
BrandingText "hvacdesk ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "hvacdesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "hvacdesk Setup"
VIAddVersionKey /LANG=0 "CompanyName" "hvacdesk maintainers"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

Var former ; the version that is installed in $INSTDIR; empty at a first installation
Var welcome
Var introduction

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "$welcome"
!define MUI_WELCOMEPAGE_TEXT "$introduction"
!define MUI_LICENSEPAGE_TEXT_TOP "$(LicenceAbove)"
!define MUI_LICENSEPAGE_TEXT_BOTTOM "$(LicenceBelow)"
!define MUI_FINISHPAGE_TEXT "$(WhereToStart)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hvacdesk.exe"
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsUser
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE AtFirstOnly
!insertmacro MUI_PAGE_LICENSE "${TOP}\LICENSE"
!define MUI_PAGE_CUSTOMFUNCTION_PRE AtFirstOnly
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(BeforeRemoving)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

Var Held ; the file, or files, that another program holds
Var Writing ; "yes" while the new build is written
Var Fresh ; "yes" while a new build lies whole beside the programs and no program is exchanged

; Windows' own language decides which of the two is shown; the first one stands in for any other.
LangString Install ${LANG_JAPANESE} "hvacdesk ${VERSION} のインストール"
LangString Install ${LANG_ENGLISH} "Installing hvacdesk ${VERSION}"
LangString InstallText ${LANG_JAPANESE} "このパソコンに hvacdesk を入れます。数分で終わります。$\r$\n$\r$\n「次へ」を押してください。"
LangString InstallText ${LANG_ENGLISH} "This puts hvacdesk on this computer. It takes a few minutes.$\r$\n$\r$\nPress Next."
LangString Update ${LANG_JAPANESE} "hvacdesk ${VERSION} への更新"
LangString Update ${LANG_ENGLISH} "Updating hvacdesk to ${VERSION}"
LangString UpdateText ${LANG_JAPANESE} "このパソコンには hvacdesk $former が入っています。${VERSION} に入れ替えます。$\r$\n$\r$\n事務所のデータはそのまま残ります。更新の後に起動すると、データを変更する前に、バックアップを作成して確認します。$\r$\n$\r$\n「次へ」を押すと更新が始まります。"
LangString UpdateText ${LANG_ENGLISH} "hvacdesk $former is on this computer. ${VERSION} takes its place.$\r$\n$\r$\nThe office's data stay as they are. At the next start a backup is made and checked before anything in them is changed.$\r$\n$\r$\nNext begins the update."
LangString LicenceAbove ${LANG_JAPANESE} "hvacdesk は Apache License 2.0 で公開されています。本文は英語です。無料で使え、保証はありません。"
LangString LicenceAbove ${LANG_ENGLISH} "hvacdesk is published under the Apache License 2.0: free of charge, and without warranty."
LangString LicenceBelow ${LANG_JAPANESE} "同じ本文は、後から「設定」の「このプログラム」でも読めます。"
LangString LicenceBelow ${LANG_ENGLISH} "The same text can be read later under Settings, About."
LangString WhereToStart ${LANG_JAPANESE} "hvacdesk ${VERSION} を使えるようになりました。$\r$\n$\r$\nデスクトップの hvacdesk のアイコンか、スタート メニューの hvacdesk から起動します。"
LangString WhereToStart ${LANG_ENGLISH} "hvacdesk ${VERSION} is ready.$\r$\n$\r$\nStart it by its icon on the desktop, or from the Start menu."
LangString BeforeRemoving ${LANG_JAPANESE} "hvacdesk のプログラムをこのパソコンから削除します。事務所のデータ（お客様の情報）は消えません。後でもう一度 hvacdesk を入れると、そのまま続けて使えます。"
LangString BeforeRemoving ${LANG_ENGLISH} "This removes the program hvacdesk from this computer. The office's data, with all customers, stay here. When hvacdesk is installed again it opens them as before."
LangString Running ${LANG_JAPANESE} "hvacdesk が動いています。hvacdesk のウィンドウを閉じてから「再試行」を押してください。まだ何も変更していません。フォームに入力中の内容は、ウィンドウ全体を閉じれば残り、次のログインの後に続けられます。"
LangString Running ${LANG_ENGLISH} "hvacdesk is running. Close its main window and press Retry. Nothing was changed so far. What is half typed in a form is kept when the main window is closed, and can be gone on with after the next login."
LangString Old64 ${LANG_JAPANESE} "64 ビット版の Windows 10 以降が必要です。何も変更していません。"
LangString Old64 ${LANG_ENGLISH} "A 64-bit Windows 10 or later is needed. Nothing was changed."
LangString Newer ${LANG_JAPANESE} "このパソコンには、より新しい hvacdesk が入っています。古いものは新しい事務所データを開けないため、入れません。何も変更していません。"
LangString Newer ${LANG_ENGLISH} "A newer hvacdesk is installed here. An older one could not open the office's data, so it is not installed. Nothing was changed."
LangString NoRoom ${LANG_JAPANESE} "ディスクの空きが足りないため、入れられませんでした。前の版があればそのまま使えます。"
LangString NoRoom ${LANG_ENGLISH} "There is not enough room on the disk. A former version, if there is one, can still be used."
LangString Held ${LANG_JAPANESE} "ほかのプログラム（ウイルス対策ソフトなど）が次のファイルを使っています。しばらく待ってから「再試行」を押してください。「キャンセル」を押しても、前の版があればそのまま使えます。$\r$\n$\r$\n$Held"
LangString Held ${LANG_ENGLISH} "Another program, perhaps a virus scanner, is using this file. Wait a moment and press Retry. If you press Cancel, a former version, if there is one, can still be used.$\r$\n$\r$\n$Held"
LangString NotWritten ${LANG_JAPANESE} "Windows が次のフォルダーへの書き込みを断ったため、入れられませんでした。前の版があればそのまま使えます。$\r$\n$\r$\n$INSTDIR"
LangString NotWritten ${LANG_ENGLISH} "Windows refused to write into this folder, so hvacdesk was not installed. A former version, if there is one, can still be used.$\r$\n$\r$\n$INSTDIR"
LangString Elsewhere ${LANG_JAPANESE} "hvacdesk は次のフォルダーに入っています。同じフォルダーを選ぶか、先に Windows の「設定」でアンインストールしてください。事務所のデータは残ります。何も変更していません。$\r$\n$\r$\n$R0"
LangString Elsewhere ${LANG_ENGLISH} "hvacdesk is installed in the folder below. Choose that folder, or uninstall it first in Windows' Settings; the office's data stays. Nothing was changed.$\r$\n$\r$\n$R0"
LangString StillThere ${LANG_JAPANESE} "ほかのプログラムが使っているため、次のファイルを削除できませんでした。しばらく待ってから「再試行」を押してください。「キャンセル」を押した場合は、あとでもう一度アンインストールできます。事務所のデータは残してあります。$\r$\n$\r$\n$Held"
LangString StillThere ${LANG_ENGLISH} "These files could not be removed, because another program uses them. Wait a moment and press Retry. If you press Cancel, you can uninstall again later. The office's data was left where it is.$\r$\n$\r$\n$Held"
LangString Foreign ${LANG_JAPANESE} "このフォルダーには別のファイルが入っています。新しいフォルダーを選んでください。何も変更していません。"
LangString Foreign ${LANG_ENGLISH} "This folder holds other files. Choose a new folder. Nothing was changed."
LangString OpenToAll ${LANG_JAPANESE} "このディスクではファイルの権限を設定できませんでした。Program Files に入れ直すことをおすすめします。"
LangString OpenToAll ${LANG_ENGLISH} "Rights could not be set on this disk. Installing into Program Files is safer."
LangString RestoreThis ${LANG_JAPANESE} "hvacdesk で復元"
LangString RestoreThis ${LANG_ENGLISH} "Restore with hvacdesk"
LangString AskFirewall ${LANG_JAPANESE} "事務所のほかのパソコンが、このパソコンにつないで仕事をしますか？$\r$\n「はい」を押すと、Windows のファイアウォールで hvacdesk への接続を、プライベート ネットワークに限って許可します。このパソコンだけで使う場合は「いいえ」を押してください。"
LangString AskFirewall ${LANG_ENGLISH} "Will other PCs of the office work over this PC?$\r$\nYes lets them connect to hvacdesk through the Windows firewall, in private networks only. Press No if only this PC is used."
LangString NoRule ${LANG_JAPANESE} "ファイアウォールを設定できませんでした。管理する人に確認してください。"
LangString NoRule ${LANG_ENGLISH} "The firewall could not be set. Ask whoever looks after this PC."
LangString Kept ${LANG_JAPANESE} "hvacdesk のプログラムを削除しました。事務所のデータ（お客様の情報）は、このパソコンに残っています。もう一度 hvacdesk を入れると、そのまま続けて使えます。$\r$\n$\r$\nパソコンを手放すときなど、データも消す必要がある場合は、管理する人に相談してください。場所は、エクスプローラーのアドレス欄に %LOCALAPPDATA%\hvacdesk と入力すると開きます（Windows の利用者ごとに別です）。"
LangString Kept ${LANG_ENGLISH} "The program hvacdesk was removed. The office's data, with all customers, are still on this computer; when hvacdesk is installed again it opens them as before.$\r$\n$\r$\nIf the data have to go too, for example before the computer is given away, ask whoever looks after it. Type %LOCALAPPDATA%\hvacdesk into the address bar of the Explorer to see them; each Windows user has a folder of their own."

; --- what installing and removing share ---

!macro Shared UN

; Whether Windows opens the file $1 for the access $R0 and shares it with everybody: $R0 becomes "yes" or "no".
Function ${UN}Opens
  System::Call 'kernel32::CreateFileW(w r1, i R0, i 7, p 0, i 3, i 0, p 0) p .R0'
  ${If} $R0 P= -1
    StrCpy $R0 "no"
  ${Else}
    System::Call 'kernel32::CloseHandle(p R0)'
    StrCpy $R0 "yes"
  ${EndIf}
FunctionEnd

; A running program can be renamed (DELETE) but not written (GENERIC_WRITE); what a scanner holds can be neither, and is
; waited for. $R0 says of the program $1 "free", "runs" or "held".
Function ${UN}AskProgram
  StrCpy $R3 0
  ${DoWhile} ${FileExists} $1
    StrCpy $R0 0x40000000
    Call ${UN}Opens
    ${If} $R0 == "yes"
      ${ExitDo}
    ${EndIf}
    StrCpy $R0 0x00010000
    Call ${UN}Opens
    ${If} $R0 == "yes" ; or it was let go between the two questions
      StrCpy $R0 0x40000000
      Call ${UN}Opens
      ${If} $R0 == "no"
        StrCpy $R0 "runs"
        Return
      ${EndIf}
      ${ExitDo}
    ${EndIf}
    ${If} $R3 >= ${PATIENCE}
      StrCpy $R0 "held"
      Return
    ${EndIf}
    Sleep 250
    IntOp $R3 $R3 + 1
  ${Loop}
  StrCpy $R0 "free"
FunctionEnd

Function ${UN}RequireClosed
  StrCpy $1 "$INSTDIR\hvacdesk.exe"
  again:
  Call ${UN}AskProgram
  ${If} $R0 == "runs"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Abort
  ${EndIf}
  ${If} $R0 == "held"
    StrCpy $Held $1
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Held)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 8
    Abort
  ${EndIf}
  ${If} $1 == "$INSTDIR\hvacdesk.exe"
    StrCpy $1 "$INSTDIR\hvacdesk-cli.exe" ; its commands, a long backup for example
    Goto again
  ${EndIf}
FunctionEnd

; Remove the file or the folder $R8, and try again for a while where another program holds something of it.
Function ${UN}Remove
  StrCpy $R3 0
  ${DoWhile} ${FileExists} $R8
    ${If} ${FileExists} "$R8\*.*"
      RMDir /r $R8
    ${Else}
      Delete $R8
    ${EndIf}
    ${IfNot} ${FileExists} $R8
    ${OrIf} $R3 >= ${PATIENCE}
      ${ExitDo}
    ${EndIf}
    Sleep 250
    IntOp $R3 $R3 + 1
  ${Loop}
FunctionEnd

; Every build has a folder of its own name, which is written into its programs. A new version is therefore whole beside
; the former one before the first program is exchanged, and each exchange is one renaming: whenever the power fails,
; both programs are whole, old or new.
; Beside each build's folder lies a mark, which is written before the folder and removed after it. What has a mark is
; ours, however early something was cut short; a folder without one is somebody else's, whatever its name is.

Function ${UN}RemoveUnfinished
  FindFirst $0 $1 "$INSTDIR\program-*${MARK}"
  ${DoWhile} $1 != ""
    StrLen $2 "${MARK}"
    StrCpy $R8 $1 -$2
    StrCpy $R8 "$INSTDIR\$R8.part"
    Call ${UN}Remove
    FindNext $0 $1
  ${Loop}
  FindClose $0
  StrCpy $R8 "$INSTDIR\hvacdesk.exe.new"
  Call ${UN}Remove
  StrCpy $R8 "$INSTDIR\hvacdesk-cli.exe.new"
  Call ${UN}Remove
  StrCpy $R8 "$INSTDIR\uninstall.exe.new"
  Call ${UN}Remove
FunctionEnd

; The mark of the build $2 goes last: as long as anything unfinished is there, the folder is known as ours.
Function ${UN}RemoveMark
  ${IfNot} ${FileExists} "$INSTDIR\$2"
  ${AndIfNot} ${FileExists} "$INSTDIR\$2.part"
  ${AndIfNot} ${FileExists} "$INSTDIR\hvacdesk.exe.new"
  ${AndIfNot} ${FileExists} "$INSTDIR\hvacdesk-cli.exe.new"
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe.new"
    Delete "$INSTDIR\$2${MARK}"
  ${EndIf}
FunctionEnd

Function ${UN}RemoveBuilds ; all but the one that is named by $R9; what is unfinished was removed before
  FindFirst $0 $1 "$INSTDIR\program-*${MARK}"
  ${DoWhile} $1 != ""
    StrLen $2 "${MARK}"
    StrCpy $2 $1 -$2
    ${If} $2 != $R9
      StrCpy $R8 "$INSTDIR\$2"
      Call ${UN}Remove
      Call ${UN}RemoveMark
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

; Where Windows' list says that hvacdesk is: $R0 is the folder, $R1 "here", "elsewhere" if it still is there, or "nowhere".
Function ${UN}AskWhere
  ReadRegStr $R0 HKLM "${REGISTRY}" "InstallLocation"
  StrCpy $R1 "nowhere"
  ${If} $R0 == ""
    Return
  ${EndIf}
  GetFullPathName /SHORT $R2 $R0
  GetFullPathName /SHORT $R3 $INSTDIR
  ${If} $R0 == $INSTDIR
    StrCpy $R1 "here"
  ${ElseIf} $R2 != ""
  ${AndIf} $R2 == $R3
    StrCpy $R1 "here"
  ${ElseIf} ${FileExists} "$R0\hvacdesk.exe"
  ${OrIf} ${FileExists} "$R0\uninstall.exe"
    StrCpy $R1 "elsewhere"
  ${EndIf}
FunctionEnd

!macroend
!insertmacro Shared ""
!insertmacro Shared "un."

; Give $R9 the name $R2, and try again for a while where another program holds one of them: $R0 is 0 if Windows refused to
; the end. $R4 is 8 (MOVEFILE_WRITE_THROUGH) for a folder, 9 (and MOVEFILE_REPLACE_EXISTING) for a file.
Function Exchange
  StrCpy $R3 0
  ${Do}
    System::Call 'kernel32::MoveFileExW(w R9, w R2, i R4) i .R0'
    ${If} $R0 <> 0
      Return
    ${EndIf}
    ${If} $R3 >= ${PATIENCE}
      StrCpy $Held $R2
      Return
    ${EndIf}
    Sleep 250
    IntOp $R3 $R3 + 1
  ${Loop}
FunctionEnd

; The same build once more: its files are exchanged one by one for equal ones, so that none is ever half.
; Called by Locate, which leaves $R0 to $R5 to this: $R9 is the path, $R6 is empty for a folder.
Function ExchangeOne
  StrLen $R1 "$INSTDIR\${CONTENTS}.part"
  StrCpy $R2 $R9 "" $R1
  StrCpy $R2 "$INSTDIR\${CONTENTS}$R2"
  StrCpy $R1 ""
  ${If} $R6 == ""
    CreateDirectory $R2
  ${Else}
    Call Exchange
    ${If} $R0 = 0
      StrCpy $R5 "refused"
      StrCpy $R1 "StopLocate"
    ${EndIf}
  ${EndIf}
  Push $R1
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(Old64)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $1 HKLM "${REGISTRY}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\hvacdesk"
    StrCpy $INSTDIR $1 ; InstallDirRegKey looks among the 32-bit programs
  ${EndIf}
  ReadRegStr $0 HKLM "${REGISTRY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $2
    ${If} $2 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${EndIf}
  StrCpy $welcome "$(Install)"
  StrCpy $introduction "$(InstallText)"
  ${If} ${FileExists} "$INSTDIR\hvacdesk.exe"
  ${AndIf} $0 != ""
    StrCpy $former $0
    StrCpy $welcome "$(Update)"
    StrCpy $introduction "$(UpdateText)"
    Call RequireClosed ; before any page, so that nobody goes through them for nothing
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
  Call un.RequireClosed
FunctionEnd

; An update was agreed to, and has its folder, since the first installation.
Function AtFirstOnly
  ${If} $former != ""
    Abort
  ${EndIf}
FunctionEnd

Function StartAsUser
  ; The installer runs as administrator; the program must not, or its key store would be another one.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\hvacdesk.exe"'
FunctionEnd

; A folder that holds anything but hvacdesk is never exchanged for the program: it may be somebody's documents. Ours is
; known by a build's mark, or by Windows' list. That list has one entry, so there is one hvacdesk on a computer.
Function RequireOwnFolder
  Call AskWhere
  ${If} $R1 == "elsewhere"
    MessageBox MB_OK|MB_ICONSTOP "$(Elsewhere)" /SD IDOK
    SetErrorLevel 9
    Abort
  ${EndIf}
  ${If} $R1 == "here"
  ${OrIf} ${FileExists} "$INSTDIR\program-*${MARK}"
    Return
  ${EndIf}
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
    MessageBox MB_OK|MB_ICONSTOP "$(Foreign)" /SD IDOK
    SetErrorLevel 7
    Abort
  ${EndIf}
FunctionEnd

; Outside of Program Files a new folder may be open to everybody, who could then exchange the program for another one.
; The numbers are Windows' own accounts, whose names differ by language: system and administrators all, users read and run.
Function OnlyAdministratorsWrite
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$INSTDIR" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F \
    *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $0
  ${If} $0 != 0
    ; A disk without such rights, a USB stick for example.
    DetailPrint "$(OpenToAll)"
  ${EndIf}
FunctionEnd

; What did not come to its end is taken away again; the programs still are the former ones, or there is none.
Function TakeBack
  SetOutPath "$TEMP"
  Call RemoveUnfinished
  ${IfNot} ${FileExists} "$INSTDIR\hvacdesk.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\hvacdesk-cli.exe"
    StrCpy $R9 ""
    Call RemoveBuilds
  ${Else}
    ${If} $Fresh == "yes"
      StrCpy $R8 "$INSTDIR\${CONTENTS}"
      Call Remove
    ${EndIf}
    StrCpy $2 "${CONTENTS}"
    Call RemoveMark
  ${EndIf}
  RMDir "$INSTDIR"
FunctionEnd

; $R0 becomes 1 if the disk of the folder $R9 has less room than the kilobytes $R0, for this login.
Function AskDisk
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$R9\", *l .R1, p 0, p 0) i .R2'
  ${If} $R2 = 0
    StrCpy $R0 0 ; nobody knows; writing will tell
    Return
  ${EndIf}
  System::Int64Op $R0 * 1024
  Pop $R0
  System::Int64Op $R1 < $R0
  Pop $R0
FunctionEnd

; $R0 becomes 1 if there is less room than the kilobytes $R0. NSIS unpacks into the login's temporary folder, and copies
; from there: if both are on one disk, it takes twice as much.
Function AskRoom
  StrCpy $R5 $R0
  ${GetRoot} $TEMP $R3
  ${GetRoot} $INSTDIR $R4
  ${If} $R3 == $R4
    IntOp $R0 $R0 * 2
  ${EndIf}
  StrCpy $R9 $INSTDIR
  Call AskDisk
  ${If} $R0 = 0
    StrCpy $R0 $R5
    StrCpy $R9 $TEMP
    Call AskDisk
  ${EndIf}
FunctionEnd

; Told after the room was asked for ($R0) and before the end.
Function NotWritten
  StrCpy $Writing ""
  Push $R0
  Call TakeBack
  Pop $R0
  ${If} $R0 = 1
    MessageBox MB_OK|MB_ICONSTOP "$(NoRoom)" /SD IDOK
    SetErrorLevel 6
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "$(NotWritten)" /SD IDOK
    SetErrorLevel 8
  ${EndIf}
FunctionEnd

; NSIS ends the installation by itself where a file cannot be written.
Function .onInstFailed
  ${If} $Writing == "yes"
    StrCpy $R0 1024
    Call AskRoom
    Call NotWritten
  ${EndIf}
FunctionEnd

Function WriteMark
  FileOpen $0 "$INSTDIR\${CONTENTS}${MARK}" w
  FileWrite $0 "The folder of this name belongs to hvacdesk, whose setup replaces and removes it.$\r$\n"
  FileClose $0
FunctionEnd

Function WriteNew
  ClearErrors
  StrCpy $Writing "yes"
  CreateDirectory "$INSTDIR" ; not the work folder yet: a console that ends late would hold it
  Call OnlyAdministratorsWrite
  Call WriteMark
  IfErrors failed
  Call RemoveUnfinished
  StrCpy $R0 ${KILOBYTES}
  Call AskRoom
  ${If} $R0 = 1
    Call NotWritten
    Abort
  ${EndIf}
  ClearErrors
  SetOutPath "$INSTDIR\${CONTENTS}.part"
  File /r "${FOLDER}\${CONTENTS}\*"
  SetOutPath "$INSTDIR"
  File "/oname=hvacdesk.exe.new" "${FOLDER}\hvacdesk.exe"
  File "/oname=hvacdesk-cli.exe.new" "${FOLDER}\hvacdesk-cli.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe.new"
  IfErrors failed
  StrCpy $Writing ""
  Return
  failed:
    StrCpy $R0 1024
    Call AskRoom
    Call NotWritten
    Abort
FunctionEnd

; One program, if it was not exchanged already: $R1 is its name, $R0 becomes 0 if it is refused.
Function ExchangeProgram
  StrCpy $R9 "$INSTDIR\$R1.new"
  StrCpy $R2 "$INSTDIR\$R1"
  StrCpy $R0 1
  ${If} ${FileExists} $R9
    Call Exchange
    ${If} $R0 <> 0
      StrCpy $Fresh ""
    ${EndIf}
  ${EndIf}
FunctionEnd

; Can be called again after a refusal and goes on where it was refused; $R0 is 0 if it is refused.
Function ExchangeAll
  ${If} ${FileExists} "$INSTDIR\${CONTENTS}.part\*.*"
    ${If} ${FileExists} "$INSTDIR\${CONTENTS}\*.*"
      StrCpy $R4 9
      StrCpy $R5 ""
      ${Locate} "$INSTDIR\${CONTENTS}.part" "" "ExchangeOne"
      ${If} $R5 != ""
        StrCpy $R0 0
        Return
      ${EndIf}
      StrCpy $R8 "$INSTDIR\${CONTENTS}.part"
      Call Remove
    ${Else}
      StrCpy $R4 8
      StrCpy $R9 "$INSTDIR\${CONTENTS}.part"
      StrCpy $R2 "$INSTDIR\${CONTENTS}"
      Call Exchange
      ${If} $R0 = 0
        Return
      ${EndIf}
      StrCpy $Fresh "yes"
    ${EndIf}
  ${EndIf}
  StrCpy $R4 9
  StrCpy $R1 "hvacdesk.exe"
  Call ExchangeProgram
  ${If} $R0 <> 0
    StrCpy $R1 "hvacdesk-cli.exe"
    Call ExchangeProgram
  ${EndIf}
  ${If} $R0 <> 0
    StrCpy $R1 "uninstall.exe"
    Call ExchangeProgram
  ${EndIf}
FunctionEnd

Function PutInPlace
  again:
  Call ExchangeAll
  ${If} $R0 = 0 ; if a program is exchanged, both builds stay: whichever program is in place finds its own
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Held)" /SD IDCANCEL IDRETRY again
    Call TakeBack
    SetErrorLevel 8
    Abort
  ${EndIf}
  StrCpy $R9 "${CONTENTS}"
  Call RemoveBuilds
FunctionEnd

; The entry at $5, with the name under which the program's windows are shown in the taskbar.
Function WriteShortcut
  CreateShortcut $5 "$INSTDIR\hvacdesk.exe" "" "$INSTDIR\hvacdesk.exe" 0
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P= 0
    Return
  ${EndIf}
  ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
  ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
  ${If} $1 P<> 0
  ${AndIf} $2 P<> 0
    ${IPersistFile::Load} $1 '("$5", ${STGM_READWRITE})'
    System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
    System::Call '*(&w32 "${APP_ID}")p.r6'
    System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,r6)p.r4'
    ${IPropertyStore::SetValue} $2 '($3,$4)'
    ${IPropertyStore::Commit} $2 ""
    ${IPersistFile::Save} $1 '("$5",1)'
    System::Free $3
    System::Free $4
    System::Free $6
  ${EndIf}
  ${If} $2 P<> 0
    ${IUnknown::Release} $2 ""
  ${EndIf}
  ${If} $1 P<> 0
    ${IUnknown::Release} $1 ""
  ${EndIf}
  ${IUnknown::Release} $0 ""
FunctionEnd

; A backup is a folder, so it is restored from its own menu, which only such folders have.
Function WriteBackupMenu
  WriteRegStr HKLM "${BACKUP_MENU}" "" "$(RestoreThis)"
  WriteRegStr HKLM "${BACKUP_MENU}" "Icon" "$INSTDIR\hvacdesk.exe"
  WriteRegStr HKLM "${BACKUP_MENU}" "AppliesTo" 'System.FileName:~<"hvacdesk-backup-"'
  WriteRegStr HKLM "${BACKUP_MENU}\command" "" '"$INSTDIR\hvacdesk.exe" --open-backup "%1"'
FunctionEnd

!macro RemoveRule UN
Function ${UN}RemoveRule
  nsExec::ExecToStack '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${RULE}"'
  Pop $0
  Pop $1
FunctionEnd
!macroend
!insertmacro RemoveRule ""
!insertmacro RemoveRule "un."

; The rule is for private networks alone and for this program alone; it is there only if somebody said yes.
Function AskForRule
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/FIREWALL=" $R1
  ${If} $R1 == "no"
    Call RemoveRule
    Return
  ${EndIf}
  ${If} $R1 != "yes"
    nsExec::ExecToStack '"$SYSDIR\netsh.exe" advfirewall firewall show rule name="${RULE}"'
    Pop $0
    Pop $1
    ${If} $0 == 0
      Return ; an earlier installation was answered
    ${EndIf}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(AskFirewall)" /SD IDNO IDYES wanted
    Return
  ${EndIf}
  wanted:
  Call RemoveRule
  nsExec::ExecToStack '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${RULE}" dir=in action=allow \
    program="$INSTDIR\hvacdesk.exe" protocol=TCP profile=private enable=yes'
  Pop $0
  Pop $1
  ${If} $0 != 0
    DetailPrint "$(NoRule)"
  ${EndIf}
FunctionEnd

; Every login of the computer that is known now may have asked to serve from its start.
Function un.RemoveLoginStarts
  StrCpy $0 0
  ${Do}
    EnumRegKey $1 HKU "" $0
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    DeleteRegValue HKU "$1\${RUN_KEY}" "${RUN_VALUE}"
    IntOp $0 $0 + 1
  ${Loop}
FunctionEnd

Section "hvacdesk"
  AddSize ${KILOBYTES}
  Call RequireOwnFolder
  Call RequireClosed
  Call WriteNew
  Call PutInPlace
  StrCpy $5 "$SMPROGRAMS\hvacdesk.lnk"
  Call WriteShortcut
  ${If} $former == "" ; whoever took the icon from the desktop does not get it back by an update
    StrCpy $5 "$DESKTOP\hvacdesk.lnk"
    Call WriteShortcut
  ${EndIf}
  Call WriteBackupMenu
  Call AskForRule
  WriteRegStr HKLM "${REGISTRY}" "DisplayName" "hvacdesk"
  WriteRegStr HKLM "${REGISTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${REGISTRY}" "DisplayIcon" "$INSTDIR\hvacdesk.exe"
  WriteRegStr HKLM "${REGISTRY}" "Publisher" "hvacdesk maintainers"
  WriteRegStr HKLM "${REGISTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${REGISTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${REGISTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${REGISTRY}" "NoModify" 1
  WriteRegDWORD HKLM "${REGISTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${REGISTRY}" "EstimatedSize" $0
SectionEnd

; A file that is left: up to five names for a person, all of them in the details.
Function un.NoteOne
  IntOp $R4 $R4 + 1
  ${If} $R4 <= 5
    StrCpy $Held "$Held$R9$\r$\n"
  ${EndIf}
  SetDetailsPrint both ; Locate leaves it to the one line above the list
  DetailPrint $R9
  Push ""
FunctionEnd

Function un.NoteFile
  ${If} ${FileExists} $R9
    Call un.NoteOne
    Pop $R5
  ${EndIf}
FunctionEnd

; $Held becomes what is there of the programs and of the marked builds, or empty.
Function un.NoteLeft
  StrCpy $Held ""
  StrCpy $R4 0
  StrCpy $R9 "$INSTDIR\hvacdesk.exe"
  Call un.NoteFile
  StrCpy $R9 "$INSTDIR\hvacdesk-cli.exe"
  Call un.NoteFile
  StrCpy $R9 "$INSTDIR\hvacdesk.exe.new"
  Call un.NoteFile
  StrCpy $R9 "$INSTDIR\hvacdesk-cli.exe.new"
  Call un.NoteFile
  StrCpy $R9 "$INSTDIR\uninstall.exe.new"
  Call un.NoteFile
  FindFirst $0 $1 "$INSTDIR\program-*${MARK}"
  ${DoWhile} $1 != ""
    StrLen $2 "${MARK}"
    StrCpy $2 $1 -$2
    ${If} ${FileExists} "$INSTDIR\$2"
      ${un.Locate} "$INSTDIR\$2" "/L=F" "un.NoteOne"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\$2.part"
      ${un.Locate} "$INSTDIR\$2.part" "/L=F" "un.NoteOne"
    ${EndIf}
    ${If} $Held == "" ; a folder without files that stays
      StrCpy $R9 "$INSTDIR\$1"
      Call un.NoteFile
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

Section "Uninstall"
  again:
  Call un.RequireClosed
  ; The programs go first: a removal that is cut short leaves nothing that starts and does not work.
  StrCpy $R8 "$INSTDIR\hvacdesk.exe"
  Call un.Remove
  StrCpy $R8 "$INSTDIR\hvacdesk-cli.exe"
  Call un.Remove
  Call un.NoteLeft
  ${IfNot} ${FileExists} "$INSTDIR\hvacdesk.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\hvacdesk-cli.exe"
    Call un.AskWhere
    ${If} $R1 != "elsewhere" ; else these are the entries of that one
      Delete "$SMPROGRAMS\hvacdesk.lnk"
      Delete "$DESKTOP\hvacdesk.lnk"
      Call un.RemoveRule
      Call un.RemoveLoginStarts
      DeleteRegKey HKLM "${BACKUP_MENU}"
    ${EndIf}
    Call un.RemoveUnfinished
    StrCpy $R9 ""
    Call un.RemoveBuilds
    Call un.NoteLeft
    ${If} $Held == ""
    ${AndIf} $EXEPATH != "$INSTDIR\uninstall.exe" ; as it runs with "_?=", where it cannot remove itself
      StrCpy $R8 "$INSTDIR\uninstall.exe"
      Call un.Remove
      StrCpy $R9 $R8
      Call un.NoteFile
    ${EndIf}
  ${EndIf}
  ${If} $Held != "" ; this file and the entry in Windows' list stay, so that it can be removed again
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillThere)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 8
    Abort
  ${EndIf}
  RMDir "$INSTDIR"
  Call un.AskWhere
  ${If} $R1 != "elsewhere"
    DeleteRegKey HKLM "${REGISTRY}"
  ${EndIf}
  MessageBox MB_OK|MB_ICONINFORMATION "$(Kept)" /SD IDOK
SectionEnd
