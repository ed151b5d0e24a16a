/* In place of Windows' colour profiles: nothing is opened, and Qt goes on without one. */
#define EXPORTED __declspec(dllexport)
EXPORTED void *OpenColorProfileW(void *profile, unsigned long access, unsigned long share, unsigned long creation) { return 0; }
EXPORTED void *WcsCreateIccProfile(void *profile, unsigned long options) { return 0; }
EXPORTED int GetColorProfileFromHandle(void *profile, void *buffer, unsigned long *size) { return 0; }
EXPORTED int CloseColorProfile(void *profile) { return 0; }
