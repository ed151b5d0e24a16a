"""The columns of 弥生会計's import file, in their order: its file has no line that names them."""

from __future__ import annotations

_NAMES = """
識別フラグ 伝票No. 決算 取引日付 借方勘定科目 借方補助科目 借方部門 借方税区分 借方金額 借方税金額
貸方勘定科目 貸方補助科目 貸方部門 貸方税区分 貸方金額 貸方税金額 摘要 番号 期日 タイプ 生成元 仕訳メモ
付箋1 付箋2 調整
"""
YAYOI_COLUMNS = tuple(_NAMES.split())
