; The Windows installer of hvacdesk. makensis -DVERSION=0.1.0 -DFOLDER=C:\…\build\dist\hvacdesk installers\windows\hvacdesk.nsi
; leaves dist\hvacdesk-VERSION-setup.exe; FOLDER is a whole path. Switches of that file: /S installs without questions, /D=FOLDER (last) chooses
; the folder. Exit codes: 3 hvacdesk runs, 4 unfit Windows, 5 a newer one is installed, 6 no room, 7 somebody else's folder.
; It installs for everybody on the computer and never touches an office's data.
Unicode true
SetCompressor /SOLID lzma
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

!ifndef VERSION
  !error "give -DVERSION=…"
!endif
!ifndef FOLDER
  !error "give -DFOLDER=… of the built program"
!endif
!define TOP "..\.."
!define REGISTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\hvacdesk"

Name "hvacdesk"
OutFile "${TOP}\dist\hvacdesk-${VERSION}-setup.exe"
InstallDir "$PROGRAMFILES64\hvacdesk"
InstallDirRegKey HKLM "${REGISTRY}" "InstallLocation"
BrandingText "hvacdesk ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "hvacdesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "hvacdesk Setup"
VIAddVersionKey /LANG=0 "CompanyName" "hvacdesk maintainers"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\hvacdesk.exe"
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsUser
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${TOP}\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "English"

LangString Running ${LANG_JAPANESE} "hvacdesk が動いています。閉じてから「再試行」を押してください。入力済みの内容は閉じるときに保存されます。"
LangString Running ${LANG_ENGLISH} "hvacdesk is running. Close it and press Retry. What was entered is saved when it closes."
LangString Old64 ${LANG_JAPANESE} "64 ビット版の Windows 10 以降が必要です。何も変更していません。"
LangString Old64 ${LANG_ENGLISH} "A 64-bit Windows 10 or later is needed. Nothing was changed."
LangString Newer ${LANG_JAPANESE} "このパソコンには、より新しい hvacdesk が入っています。古いものは新しい事務所データを開けないため、入れません。何も変更していません。"
LangString Newer ${LANG_ENGLISH} "A newer hvacdesk is installed here. An older one could not open the office's data, so it is not installed. Nothing was changed."
LangString NoRoom ${LANG_JAPANESE} "ディスクの空きが足りないため、入れられませんでした。前の版があればそのまま使えます。"
LangString NoRoom ${LANG_ENGLISH} "There is not enough room on the disk. A former version, if there is one, can still be used."
LangString Foreign ${LANG_JAPANESE} "このフォルダーには別のファイルが入っています。新しいフォルダーを選んでください。何も変更していません。"
LangString Foreign ${LANG_ENGLISH} "This folder holds other files. Choose a new folder. Nothing was changed."
LangString OpenToAll ${LANG_JAPANESE} "このディスクではファイルの権限を設定できませんでした。Program Files に入れ直すことをおすすめします。"
LangString OpenToAll ${LANG_ENGLISH} "Rights could not be set on this disk. Installing into Program Files is safer."
LangString Kept ${LANG_JAPANESE} "事務所のデータは残してあります。場所: 各利用者の %LOCALAPPDATA%\hvacdesk"
LangString Kept ${LANG_ENGLISH} "The office's data was left where it is: in %LOCALAPPDATA%\hvacdesk of each user."

; A running program can be renamed but not opened for writing: that tells whether it runs.
!macro RequireClosed UN
Function ${UN}RequireClosed
  again:
  IfFileExists "$INSTDIR\hvacdesk.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\hvacdesk.exe" a
    IfErrors running
    FileClose $0
    Goto closed
  running:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Abort
  closed:
FunctionEnd
!macroend
!insertmacro RequireClosed ""
!insertmacro RequireClosed "un."

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(Old64)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ReadRegStr $0 HKLM "${REGISTRY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $2
    ${If} $2 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
FunctionEnd

Function StartAsUser
  ; The installer runs as administrator; the program must not, or its key store would be another one.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\hvacdesk.exe"'
FunctionEnd

; A folder that holds anything but a former hvacdesk is never exchanged for the program: it may be somebody's documents.
Function RequireOwnFolder
  IfFileExists "$INSTDIR\hvacdesk.exe" own
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
    MessageBox MB_OK|MB_ICONSTOP "$(Foreign)" /SD IDOK
    SetErrorLevel 7
    Abort
  ${EndIf}
  own:
FunctionEnd

; Outside of Program Files a new folder may be open to everybody, who could then exchange the program for another one.
; The numbers are Windows' own accounts, whose names differ by language: system and administrators all, users read and run.
Function OnlyAdministratorsWrite
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$INSTDIR.new" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F \
    *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $0
  ${If} $0 != 0
    ; A disk without such rights, a USB stick for example.
    DetailPrint "$(OpenToAll)"
  ${EndIf}
FunctionEnd

Section "hvacdesk"
  Call RequireOwnFolder
  Call RequireClosed
  ; The new version is written beside the former one and takes its place once it is whole.
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  ClearErrors
  File /r "${FOLDER}\*"
  IfErrors 0 written
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR.new"
    MessageBox MB_OK|MB_ICONSTOP "$(NoRoom)" /SD IDOK
    SetErrorLevel 6
    Abort
  written:
  SetOutPath "$TEMP"
  Call OnlyAdministratorsWrite
  RMDir /r "$INSTDIR.former"
  Rename "$INSTDIR" "$INSTDIR.former"
  ClearErrors
  Rename "$INSTDIR.new" "$INSTDIR"
  IfErrors 0 placed
    Rename "$INSTDIR.former" "$INSTDIR"
    RMDir /r "$INSTDIR.new"
    MessageBox MB_OK|MB_ICONSTOP "$(Running)" /SD IDOK
    SetErrorLevel 3
    Abort
  placed:
  RMDir /r "$INSTDIR.former"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\hvacdesk.lnk" "$INSTDIR\hvacdesk.exe"
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

Section "Uninstall"
  Call un.RequireClosed
  Delete "$SMPROGRAMS\hvacdesk.lnk"
  IfFileExists "$INSTDIR\hvacdesk.exe" 0 +2
    RMDir /r "$INSTDIR"
  DeleteRegKey HKLM "${REGISTRY}"
  MessageBox MB_OK|MB_ICONINFORMATION "$(Kept)" /SD IDOK
SectionEnd
