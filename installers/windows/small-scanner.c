/* A virus scanner as small as can be, for trying the installer: it opens files so that nobody else may.
   "small-scanner hold FILE END" holds that file until END is there; "small-scanner scan FOLDER END" holds each file that
   appears below the folder, for five seconds as scanners may, until END is there. Both say "ready" when they begin. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define SECONDS 5
static wchar_t *folder;

static HANDLE open_alone(const wchar_t *path) {
    return CreateFileW(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
}

static DWORD WINAPI look_at(void *name) {
    wchar_t path[MAX_PATH * 4];
    swprintf(path, MAX_PATH * 4, L"%ls\\%ls", folder, (wchar_t *)name);
    free(name);
    for (int tried = 0; tried < 400; tried++, Sleep(5)) { /* who writes it still has it open */
        HANDLE file = open_alone(path);
        if (file != INVALID_HANDLE_VALUE) {
            Sleep(SECONDS * 1000);
            CloseHandle(file);
            break;
        }
        DWORD error = GetLastError();
        if (error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND) break;
    }
    return 0;
}

static DWORD WINAPI scan(void *unused) {
    static DWORD told[16384];
    DWORD length;
    HANDLE watched = CreateFileW(folder, FILE_LIST_DIRECTORY, 7, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    while (ReadDirectoryChangesW(watched, told, sizeof told, TRUE, FILE_NOTIFY_CHANGE_FILE_NAME, &length, NULL, NULL)) {
        FILE_NOTIFY_INFORMATION *one = (void *)told;
        while (length) {
            if (one->Action == FILE_ACTION_ADDED || one->Action == FILE_ACTION_RENAMED_NEW_NAME) {
                wchar_t *name = calloc(1, one->FileNameLength + sizeof *name);
                memcpy(name, one->FileName, one->FileNameLength);
                CloseHandle(CreateThread(NULL, 0, look_at, name, 0, NULL));
            }
            if (!one->NextEntryOffset) break;
            one = (void *)((char *)one + one->NextEntryOffset);
        }
    }
    ExitProcess(9);
}

int wmain(int count, wchar_t **arguments) {
    if (count != 4) return 9;
    folder = arguments[2];
    if (wcscmp(arguments[1], L"scan") == 0) CreateThread(NULL, 0, scan, NULL, 0, NULL);
    else if (open_alone(folder) == INVALID_HANDLE_VALUE) return 9;
    Sleep(500);
    puts("ready");
    fflush(stdout);
    while (GetFileAttributesW(arguments[3]) == INVALID_FILE_ATTRIBUTES) Sleep(100);
    return 0;
}
