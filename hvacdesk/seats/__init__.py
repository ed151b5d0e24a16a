"""The services of an office over a connection: the same calls, made on another PC.

``wire`` says how values travel, ``doors`` what can be called; ``host`` answers at the office PC, and
``remote`` is the office that a seat works with. Nothing here opens a connection: a transport is handed in.
"""
