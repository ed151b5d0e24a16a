"""Invoices, payments and receipts, what was filed and handed over, terms of billing, costs named apart.

And which half-typed forms ended.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Create the tables and columns; a customer of before has no closing day and the office's usual terms."""
    _terms()
    _invoices()
    _issued_documents()
    _costs_of_estimates()
    _answers_to_estimates()
    _payments()
    _cash_counts()
    _receipts()
    _bank_lines()
    _handed_over()
    _calls_made()
    _kind_of_building()
    _half_typed()
    for column, length in (("document", 24), ("seat", 40)):
        op.add_column(
            "outside_lists", sa.Column(column, sa.String(length), nullable=False, server_default="")
        )
    op.add_column("outside_lists", sa.Column("place", sa.Text(), nullable=False, server_default=""))


def _terms() -> None:
    for column in ("closing_day", "pay_months", "pay_day"):
        op.add_column("customers", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_customers_closing_day", "customers", ["closing_day"])
    op.add_column("customers", sa.Column("carries_balance", sa.Boolean(), nullable=False, server_default="0"))
    op.create_table(
        "billing_facts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rounding", sa.String(8), nullable=False),
        sa.Column("pay_months", sa.Integer(), nullable=False),
        sa.Column("pay_day", sa.Integer(), nullable=False),
        sa.Column("bank", sa.String(80), nullable=False),
        sa.Column("branch", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("holder", sa.String(80), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _invoices() -> None:
    op.create_table(
        "invoices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("about", sa.String(16), nullable=False),
        sa.Column("sold_by", sa.String(16), nullable=False),
        sa.Column("issued_on", sa.String(10), nullable=False),
        sa.Column("delivered_from", sa.String(10), nullable=False),
        sa.Column("delivered_to", sa.String(10), nullable=False),
        sa.Column("due_on", sa.String(10), nullable=False),
        sa.Column("closed_on", sa.String(10), nullable=False),
        sa.Column("issue_on", sa.String(10), nullable=False),
        sa.Column("prices_with_tax", sa.Boolean(), nullable=False),
        sa.Column("rounding", sa.String(8), nullable=False),
        sa.Column("net_yen", sa.Integer(), nullable=False),
        sa.Column("tax_yen", sa.Integer(), nullable=False),
        sa.Column("gross_yen", sa.Integer(), nullable=False),
        sa.Column("open_yen", sa.Integer(), nullable=False),
        sa.Column("rates", sa.Text(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.Column("balance", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("sent_on", sa.String(10), nullable=False),
        sa.Column("ended_on", sa.String(10), nullable=False),
        sa.Column("in_books", sa.Boolean(), nullable=False),
        sa.Column("issued_by", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    for column in ("customer_id", "issued_on"):
        op.create_index(f"ix_invoices_{column}", "invoices", [column])
    op.create_index(
        "uq_invoices_number", "invoices", ["number"], unique=True, sqlite_where=sa.text("number != ''")
    )
    op.create_index("ix_invoices_about", "invoices", ["about"], sqlite_where=sa.text("about != ''"))
    op.create_index(
        "ix_invoices_open",
        "invoices",
        [
            *("due_on", "record_id", "issued_on", "customer_id", "kind"),
            *("state", "number", "gross_yen", "open_yen"),
        ],
        sqlite_where=sa.text("open_yen != 0"),
    )
    op.create_index(
        "ix_invoices_drafts", "invoices", ["customer_id"], sqlite_where=sa.text("state = 'draft'")
    )
    op.create_index(
        "ix_invoices_not_in_books",
        "invoices",
        ["issued_on", "state", "gross_yen", "kind"],
        sqlite_where=sa.text("in_books = 0 AND issued_on != ''"),
    )
    op.create_table(
        "invoice_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("tax_class", sa.String(8), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("invoice_id", "job_id"):
        op.create_index(f"ix_invoice_lines_{column}", "invoice_lines", [column])
    op.create_table(
        "invoice_jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("invoice_id", "job_id"),
    )
    op.create_index("ix_invoice_jobs_job_id", "invoice_jobs", ["job_id"])


def _issued_documents() -> None:
    op.create_table(
        "issued_documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("issued_on", sa.String(10), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("data_sha256", sa.String(64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("filed_by", sa.String(32), nullable=False),
        sa.Column("filed_at", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    for column in ("customer_id", "invoice_id", "number"):
        op.create_index(f"ix_issued_documents_{column}", "issued_documents", [column])


def _payments() -> None:
    op.create_table(
        "payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("received_on", sa.String(10), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(10), nullable=False),
        sa.Column("credit_yen", sa.Integer(), nullable=False),
        sa.Column("payer", sa.LargeBinary(), nullable=True),
        sa.Column("bank_text", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("collected_by", sa.String(32), nullable=False),
        sa.Column("handed_in_on", sa.String(10), nullable=False),
        sa.Column("counted_by", sa.String(32), nullable=False),
        sa.Column("cash_count", sa.String(32), nullable=False),
        sa.Column("pays_back", sa.String(32), nullable=False),
        sa.Column("taken_back_on", sa.String(10), nullable=False),
        sa.Column("taken_back_by", sa.String(32), nullable=False),
        sa.Column("in_books", sa.Boolean(), nullable=False),
        sa.Column("booked_by", sa.String(32), nullable=False),
        sa.Column("booked_at", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )
    for column in ("customer_id", "received_on"):
        op.create_index(f"ix_payments_{column}", "payments", [column])
    op.create_index(
        "ix_payments_credit", "payments", ["customer_id"], sqlite_where=sa.text("credit_yen != 0")
    )
    op.create_index(
        "ix_payments_cash_out",
        "payments",
        ["collected_by"],
        sqlite_where=sa.text("collected_by != '' AND handed_in_on = '' AND taken_back_on = ''"),
    )
    op.create_index(
        "ix_payments_not_in_books",
        "payments",
        ["received_on", "taken_back_on", "yen"],
        sqlite_where=sa.text("in_books = 0 AND yen != 0"),
    )
    op.create_index(
        "ix_payments_cash_count", "payments", ["cash_count"], sqlite_where=sa.text("cash_count != ''")
    )
    op.create_index(
        "ix_payments_pays_back", "payments", ["pays_back"], sqlite_where=sa.text("pays_back != ''")
    )
    op.create_table(
        "payment_allocations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("payment_id", "invoice_id"):
        op.create_index(f"ix_payment_allocations_{column}", "payment_allocations", [column])


def _cash_counts() -> None:
    op.create_table(
        "cash_counts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("collected_by", sa.String(32), nullable=False),
        sa.Column("counted_on", sa.String(10), nullable=False),
        sa.Column("counted_by", sa.String(32), nullable=False),
        sa.Column("expected_yen", sa.Integer(), nullable=False),
        sa.Column("counted_yen", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(80), nullable=False),
        sa.Column("corrects", sa.String(32), nullable=False),
        sa.Column("taken_back_on", sa.String(10), nullable=False),
        sa.Column("taken_back_by", sa.String(32), nullable=False),
        sa.Column("why", sa.String(80), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("in_books", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index(
        "ix_cash_counts_not_in_books",
        "cash_counts",
        ["counted_on", "taken_back_on", "expected_yen", "counted_yen"],
        sqlite_where=sa.text("in_books = 0 AND reason != ''"),
    )


def _receipts() -> None:
    op.create_table(
        "receipts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("issued_on", sa.String(10), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("proviso", sa.Text(), nullable=False),
        sa.Column("electronic", sa.Boolean(), nullable=False),
        sa.Column("stamp_yen", sa.Integer(), nullable=False),
        sa.Column("reissues", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(32), nullable=False),
        sa.Column("given_on", sa.String(10), nullable=False),
        sa.Column("back_on", sa.String(10), nullable=False),
        sa.Column("issued_by", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )
    for column in ("customer_id", "payment_id"):
        op.create_index(f"ix_receipts_{column}", "receipts", [column])
    op.create_index("ix_receipts_state", "receipts", ["state", "number"])
    dated = sa.text("issued_on != ''")
    searched = ["issued_on", "number", "state", "customer_id", "payment_id", "yen"]
    op.create_index("ix_receipts_issued", "receipts", searched, sqlite_where=dated)


def _bank_lines() -> None:
    op.create_table(
        "bank_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("seen_by", sa.String(32), nullable=False),
        sa.Column("seen_at", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["payment_id"], ["payments.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    for column in ("on", "payment_id"):
        op.create_index(f"ix_bank_lines_{column}", "bank_lines", [column])


def _handed_over() -> None:
    op.create_table(
        "books_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("handed_at", sa.String(20), nullable=False),
        sa.Column("handed_by", sa.String(32), nullable=False),
        sa.Column("program", sa.String(16), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("invoiced_yen", sa.Integer(), nullable=False),
        sa.Column("received_yen", sa.Integer(), nullable=False),
        sa.Column("allotted_until", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_table(
        "handed_over",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("run", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "subject"),
    )
    op.create_index("ix_handed_over_run", "handed_over", ["run"])


def _calls_made() -> None:
    """Notes of before are of calls that came in, since there was no other kind."""
    op.add_column("call_notes", sa.Column("way", sa.String(8), nullable=False, server_default="received"))
    op.add_column("call_notes", sa.Column("invoice", sa.String(32), nullable=False, server_default=""))
    op.create_index("ix_call_notes_invoice", "call_notes", ["invoice"], sqlite_where=sa.text("invoice != ''"))


def _answers_to_estimates() -> None:
    """Each answer of before was to one estimate alone, and nobody knows what else it changed."""
    op.add_column("estimates", sa.Column("answer", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE estimates SET answer = '{}' WHERE state IN ('accepted', 'declined')")


def _costs_of_estimates() -> None:
    """Lines of before name no costs and ask for no deposit, and the fraction of every tax was dropped."""
    op.add_column("estimates", sa.Column("deposit_percent", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("estimates", sa.Column("rounding", sa.String(8), nullable=False, server_default="down"))
    for column in ("material_yen", "labour_yen", "welfare_yen"):
        op.add_column("estimate_lines", sa.Column(column, sa.Integer(), nullable=False, server_default="0"))


def _half_typed() -> None:
    """Payment details lay unsealed in the half-typed form of a customer: they are to be typed again."""
    op.add_column("drafts", sa.Column("sealed", sa.LargeBinary(), nullable=True))
    for name in ("bank", "branch", "account", "payer", "card_brand", "card_last_four", "remarks"):
        op.get_bind().execute(
            sa.text(
                "UPDATE drafts SET payload = json_remove(payload, :path) "
                "WHERE form = 'customer' AND coalesce(json_extract(payload, :path), '') != ''"
            ),
            {"path": f"$.typed.payment.{name}"},
        )
    op.create_table(
        "ended_forms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(32), nullable=False),
        sa.Column("opening", sa.String(32), nullable=False),
        sa.Column("attempt", sa.String(32), nullable=False),
        sa.Column("saved_at", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account", "opening"),
    )


def _kind_of_building() -> None:
    """Let a site say that nobody told what kind of building it is; what is stored stays as it is."""
    op.add_column("sites", sa.Column("kind_told", sa.Boolean(), nullable=True))
    op.execute("UPDATE sites SET kind_told = detached")
    op.drop_column("sites", "detached")
    op.execute("ALTER TABLE sites RENAME COLUMN kind_told TO detached")
