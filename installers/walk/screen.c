/* What is on the screen of Windows programs, as UI Automation tells it to Narrator, and a hand that types. It answers the
   lines that windows_screen.py writes, each with lines of UTF-8 and then a line with a dot:
   names: what the program's windows show, with a sign before each name. stops: what the Tab key may lead to in the
   foremost window, in the order of its tree, with the same signs: a star before what has the keyboard, a plus before
   what may have it there, a minus before all else. windows: their titles. front: that of the foremost window of all. type TEXT: as an input method
   types. post MESSAGE FIRST: a message to those windows. menu ENTRY FOLDER: chooses that entry of a folder's menu. */
#define COBJMACROS
#include <initguid.h>
#include <stdio.h>
#include <windows.h>
#include <shellapi.h>
#include <uiautomation.h>

#define MOST_WINDOWS 50
#define LONGEST 4000

static IUIAutomation *automation;
static HWND found[MOST_WINDOWS];
static int count;

static void say(const wchar_t *text) {
    char line[LONGEST];
    if (!WideCharToMultiByte(CP_UTF8, 0, text, -1, line, sizeof line, NULL, NULL)) line[0] = 0;
    for (char *at = line; *at; at++) if (*at == '\n' || *at == '\r') *at = ' ';
    puts(line);
}

/* Qt's windows, and the dialogs that Windows itself draws. */
static BOOL CALLBACK keep(HWND window, LPARAM unused) {
    wchar_t kind[100] = L"";
    (void)unused;
    GetClassNameW(window, kind, 100);
    if (IsWindowVisible(window) && count < MOST_WINDOWS && (!wcsncmp(kind, L"Qt", 2) || !wcscmp(kind, L"#32770")))
        found[count++] = window;
    return TRUE;
}

static IUIAutomationElementArray *all(HWND window, IUIAutomationCondition *condition, IUIAutomationCacheRequest *request) {
    IUIAutomationElement *top = NULL;
    IUIAutomationElementArray *elements = NULL;
    if (SUCCEEDED(IUIAutomation_ElementFromHandle(automation, window, &top)) && top) {
        IUIAutomationElement_FindAllBuildCache(top, TreeScope_Subtree, condition, request, &elements);
        IUIAutomationElement_Release(top);
    }
    return elements;
}

/* In Wine it takes long to walk the tree and little to ask for more of each element. */
static void say_names(HWND window, IUIAutomationCondition *condition, IUIAutomationCacheRequest *request) {
    BOOL foremost = window == GetForegroundWindow();
    IUIAutomationElementArray *elements = all(window, condition, request);
    int length = 0;
    if (!elements) return;
    IUIAutomationElementArray_get_Length(elements, &length);
    for (int at = 0; at < length; at++) {
        IUIAutomationElement *one = NULL;
        BSTR name = NULL;
        if (FAILED(IUIAutomationElementArray_GetElement(elements, at, &one))) continue;
        BOOL has_keyboard = FALSE, may_have_it = FALSE;
        if (foremost) {
            IUIAutomationElement_get_CachedHasKeyboardFocus(one, &has_keyboard);
            IUIAutomationElement_get_CachedIsKeyboardFocusable(one, &may_have_it);
        }
        if (SUCCEEDED(IUIAutomationElement_get_CachedName(one, &name)) && name && (may_have_it || *name)) {
            putchar(!may_have_it ? '-' : has_keyboard ? '*' : '+');
            say(name);
        }
        SysFreeString(name);
        IUIAutomationElement_Release(one);
    }
    IUIAutomationElementArray_Release(elements);
}

static void type(const char *text) {
    wchar_t wide[LONGEST];
    if (!MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, LONGEST)) return;
    for (wchar_t *at = wide; *at; at++) {
        INPUT keys[2] = {{.type = INPUT_KEYBOARD}, {.type = INPUT_KEYBOARD}};
        keys[0].ki.wScan = keys[1].ki.wScan = *at;
        keys[0].ki.dwFlags = KEYEVENTF_UNICODE;
        keys[1].ki.dwFlags = KEYEVENTF_UNICODE | KEYEVENTF_KEYUP;
        SendInput(2, keys, sizeof *keys);
        Sleep(40);
    }
}

/* Windows finds the command and fills the folder in. The class is named because Wine opens any folder in its Explorer. */
static void choose(const char *text) {
    wchar_t entry[LONGEST];
    if (!MultiByteToWideChar(CP_UTF8, 0, text, -1, entry, LONGEST)) return;
    wchar_t *path = wcschr(entry, L' ');
    if (!path) return;
    *path++ = 0;
    SHELLEXECUTEINFOW chosen = {
        .cbSize = sizeof chosen, .fMask = SEE_MASK_CLASSNAME | SEE_MASK_FLAG_NO_UI, .lpVerb = entry, .lpFile = path,
        .lpClass = L"Directory", .nShow = SW_SHOWNORMAL,
    };
    ShellExecuteExW(&chosen);
}

int main(void) {
    char line[LONGEST];
    IUIAutomationCondition *everything, *focusable;
    IUIAutomationCacheRequest *request;
    VARIANT yes = {.vt = VT_BOOL, .boolVal = VARIANT_TRUE};
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    if (FAILED(CoCreateInstance(&CLSID_CUIAutomation, NULL, CLSCTX_INPROC_SERVER, &IID_IUIAutomation, (void **)&automation)) ||
        FAILED(IUIAutomation_CreateTrueCondition(automation, &everything)) ||
        FAILED(IUIAutomation_CreatePropertyCondition(automation, UIA_IsKeyboardFocusablePropertyId, yes, &focusable)) ||
        FAILED(IUIAutomation_CreateCacheRequest(automation, &request)) ||
        FAILED(IUIAutomationCacheRequest_AddProperty(request, UIA_NamePropertyId)) ||
        FAILED(IUIAutomationCacheRequest_AddProperty(request, UIA_IsKeyboardFocusablePropertyId)) ||
        FAILED(IUIAutomationCacheRequest_AddProperty(request, UIA_HasKeyboardFocusPropertyId)))
        return 1;
    while (fgets(line, sizeof line, stdin)) {
        unsigned message, first;
        line[strcspn(line, "\r\n")] = 0;
        count = 0;
        EnumWindows(keep, 0);
        if (!strcmp(line, "stops")) say_names(GetForegroundWindow(), focusable, request);
        if (!strncmp(line, "type ", 5)) type(line + 5);
        if (!strncmp(line, "menu ", 5)) choose(line + 5);
        if (!strcmp(line, "front")) {
            wchar_t title[LONGEST] = L"";
            GetWindowTextW(GetForegroundWindow(), title, LONGEST);
            say(title);
        }
        for (int at = 0; at < count; at++) {
            wchar_t title[LONGEST] = L"";
            if (!strcmp(line, "names")) say_names(found[at], everything, request);
            if (!strcmp(line, "windows") && GetWindowTextW(found[at], title, LONGEST)) say(title);
            if (sscanf(line, "post %x %x", &message, &first) == 2) PostMessageW(found[at], message, first, 0);
        }
        puts(".");
        fflush(stdout);
    }
    return 0;
}
