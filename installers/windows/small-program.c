/* A program as small as can be for trying the installer: it says what stands in its own build's folder.
   "small wait FILE" runs until FILE is there. CONTENTS is that folder's name, as PyInstaller writes it into a starter. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
    wchar_t place[MAX_PATH * 2];
    char says[64] = "";
    GetModuleFileNameW(NULL, place, MAX_PATH);
    wcscpy(wcsrchr(place, L'\\') + 1, CONTENTS L"\\says.txt");
    FILE *file = _wfopen(place, L"rb");
    if (!file || !fgets(says, sizeof says, file)) return 9;
    fclose(file);
    puts(says);
    fflush(stdout);
    if (count == 3) while (GetFileAttributesW(arguments[2]) == INVALID_FILE_ATTRIBUTES) Sleep(100);
    return 0;
}
