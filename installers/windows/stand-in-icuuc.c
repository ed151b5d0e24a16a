/* In place of Windows' ICU: no converter can be opened, so Qt keeps to those that it has itself (UTF-8, the code page). */
#define EXPORTED __declspec(dllexport)
#define NO_FILE 4       /* U_FILE_ACCESS_ERROR */
#define UNSUPPORTED 16  /* U_UNSUPPORTED_ERROR */
typedef unsigned short unit;
static void refuse(int *error, int with) { if (error && *error <= 0) *error = with; }
EXPORTED void *ucnv_open(const char *name, int *error) { refuse(error, NO_FILE); return 0; }
EXPORTED void ucnv_close(void *converter) {}
EXPORTED void ucnv_reset(void *converter) {}
EXPORTED signed char ucnv_getMaxCharSize(const void *converter) { return 4; }
EXPORTED const char *ucnv_getName(const void *converter, int *error) { refuse(error, UNSUPPORTED); return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { return 0; }
EXPORTED const char *ucnv_getAvailableName(int number) { return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED int ucnv_toUCountPending(const void *converter, int *error) { return 0; }
EXPORTED int ucnv_fromUCountPending(const void *converter, int *error) { return 0; }
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const unit *units, int length, int character, int reason, int *error) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const char *units, int length, int reason, int *error) {}
EXPORTED void ucnv_getToUCallBack(const void *converter, void **action, const void **context) { *action = 0; *context = 0; }
EXPORTED void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) { *action = 0; *context = 0; }
EXPORTED void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **old_action, const void **old_context, int *error) { refuse(error, UNSUPPORTED); }
EXPORTED void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void **old_action, const void **old_context, int *error) { refuse(error, UNSUPPORTED); }
EXPORTED void ucnv_cbToUWriteUChars(void *arguments, const unit *source, int length, int offset, int *error) { refuse(error, UNSUPPORTED); }
EXPORTED void ucnv_cbFromUWriteUChars(void *arguments, const unit **source, const unit *limit, int offset, int *error) { refuse(error, UNSUPPORTED); }
EXPORTED void ucnv_toUnicode(void *converter, unit **target, const unit *limit, const char **source, const char *source_limit, int *offsets, signed char flush, int *error) { refuse(error, UNSUPPORTED); }
EXPORTED void ucnv_fromUnicode(void *converter, char **target, const char *limit, const unit **source, const unit *source_limit, int *offsets, signed char flush, int *error) { refuse(error, UNSUPPORTED); }
