"""macOS: the mark that Qt cannot put on its clipboard, by Objective-C's runtime (nspasteboard.org)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

CONCEALED = b"org.nspasteboard.ConcealedType"

Send = Callable[..., Any]
"""Sends a message: receiver (an object's address, or a class's name), selector, arguments."""


def conceal(send: Send | None = None) -> None:
    """Mark what is on the general pasteboard. The program that put it there may add types (NSPasteboard)."""
    send = send or _runtime()
    board = send("NSPasteboard", "generalPasteboard")
    concealed = send("NSString", "stringWithUTF8String:", CONCEALED)
    send(board, "addTypes:owner:", send("NSArray", "arrayWithObject:", concealed), None)
    send(board, "setString:forType:", send("NSString", "string"), concealed)


def _runtime() -> Send:
    library = ctypes.CDLL("/usr/lib/libobjc.dylib")
    library.objc_getClass.restype = ctypes.c_void_p
    library.sel_registerName.restype = ctypes.c_void_p

    def send(receiver: int | str, selector: str, *arguments: object) -> int | None:
        target = library.objc_getClass(receiver.encode()) if isinstance(receiver, str) else receiver
        kinds = [ctypes.c_char_p if isinstance(one, bytes) else ctypes.c_void_p for one in arguments]
        # Apple's 64-bit calling convention needs the function's exact type: objc_msgSend has no general one.
        prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, *kinds)
        call = prototype(("objc_msgSend", library))
        answer: int | None = call(target, library.sel_registerName(selector.encode()), *arguments)
        return answer

    return send
