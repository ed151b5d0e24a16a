"""The front desk: contacts, cautions, call notes, merges, prices, estimates, plans, results, papers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the tables, and add the columns that refer to them."""
    _register()
    _dispatch()
    _results()
    _papers()
    _retention()
    _media()


def _register() -> None:
    op.create_table(
        "call_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("taken_by", sa.String(length=32), nullable=False),
        sa.Column("taken_at", sa.String(length=20), nullable=False),
        sa.Column("caller_name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=24), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("for_account", sa.String(length=32), nullable=False),
        sa.Column("call_back_by", sa.String(length=16), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.String(length=20), nullable=False),
        sa.Column("done_by", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_call_notes_call_back_by", "call_notes", ["call_back_by"])
    op.create_index("ix_call_notes_customer_id", "call_notes", ["customer_id"])
    op.create_index("ix_call_notes_digits", "call_notes", ["digits"])
    op.create_index("ix_call_notes_done_at", "call_notes", ["done_at"])
    op.create_index("ix_call_notes_for_account", "call_notes", ["for_account"])
    op.create_index("ix_call_notes_taken_at", "call_notes", ["taken_at"])
    op.create_table(
        "customer_cautions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("added_on", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_customer_cautions_customer_id", "customer_cautions", ["customer_id"])
    op.create_table(
        "customer_contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_kana", sa.Text(), nullable=False),
        sa.Column("given_kana", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_customer_contacts_customer_id", "customer_contacts", ["customer_id"])
    op.create_index("ix_customer_contacts_digits", "customer_contacts", ["digits"])
    op.create_table(
        "customer_merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("merged_id", sa.Integer(), nullable=False),
        sa.Column("moved", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("merged_by", sa.String(length=32), nullable=False),
        sa.Column("merged_at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["merged_id"], ["customers.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_customer_merges_customer_id", "customer_merges", ["customer_id"])
    op.create_index("ix_customer_merges_merged_id", "customer_merges", ["merged_id"])
    op.execute(
        "ALTER TABLE customers ADD COLUMN merged_into_id INTEGER REFERENCES customers (id) ON DELETE CASCADE"
    )
    op.create_index("ix_customers_merged_into_id", "customers", ["merged_into_id"])
    op.add_column("customer_findings", _text("whole_address"))
    op.create_index("ix_customer_findings_whole_address", "customer_findings", ["whole_address"])
    op.execute(
        "ALTER TABLE jobs ADD COLUMN contact_id INTEGER REFERENCES customer_contacts (id) ON DELETE SET NULL"
    )
    op.create_index("ix_jobs_contact_id", "jobs", ["contact_id"])
    _carry_cautions_over()


def _carry_cautions_over() -> None:
    """The free text of a caution becomes one of the kind that takes any text; nothing is guessed from it."""
    op.execute(
        "INSERT INTO customer_cautions (customer_id, kind, detail, added_by, added_on)"
        " SELECT id, 'other', caution, '', '' FROM customers WHERE caution <> '' ORDER BY id"
    )
    op.execute("ALTER TABLE customers DROP COLUMN caution")


def _dispatch() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=False),
        sa.Column("first_on", sa.String(length=10), nullable=False),
        sa.Column("last_on", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_absences_account", "absences", ["account"])
    op.create_index("ix_absences_first_on", "absences", ["first_on"])
    op.create_index("ix_absences_last_on", "absences", ["last_on"])
    op.create_table(
        "prices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("unit", sa.String(length=8), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_table(
        "inspection_plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("work_kind", sa.String(length=16), nullable=False),
        sa.Column("basis", sa.String(length=24), nullable=False),
        sa.Column("every_months", sa.Integer(), nullable=False),
        sa.Column("next_on", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_inspection_plans_customer_id", "inspection_plans", ["customer_id"])
    op.create_index("ix_inspection_plans_next_on", "inspection_plans", ["next_on"])
    op.create_index("ix_inspection_plans_site_id", "inspection_plans", ["site_id"])
    op.create_table(
        "estimates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("issued_on", sa.String(length=10), nullable=False),
        sa.Column("valid_until", sa.String(length=10), nullable=False),
        sa.Column("tax_percent", sa.Integer(), nullable=False),
        sa.Column("prices_with_tax", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("issued_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_estimates_job_id", "estimates", ["job_id"])
    op.create_table(
        "estimate_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("estimate_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(length=8), nullable=False),
        sa.Column("yen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["estimate_id"], ["estimates.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_estimate_lines_estimate_id", "estimate_lines", ["estimate_id"])
    op.add_column("job_items", sa.Column("yen", sa.Integer(), nullable=True))
    op.execute(
        "ALTER TABLE jobs ADD COLUMN plan_id INTEGER REFERENCES inspection_plans (id) ON DELETE SET NULL"
    )
    op.create_index("ix_jobs_plan_id", "jobs", ["plan_id"])


def _results() -> None:
    op.create_table(
        "job_results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("worked_on", sa.String(length=10), nullable=False),
        sa.Column("started", sa.String(length=5), nullable=False),
        sa.Column("ended", sa.String(length=5), nullable=False),
        sa.Column("checks", sa.Text(), nullable=False),
        sa.Column("warranty_until", sa.String(length=10), nullable=False),
        sa.Column("survey_on", sa.String(length=10), nullable=False),
        sa.Column("survey_by", sa.String(length=80), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("job_id"),
    )
    op.create_table(
        "refrigerant_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("kg", sa.Float(), nullable=False),
        sa.Column("refrigerant", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.Column("worker", sa.String(length=80), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", sa.String(length=20), nullable=False),
        sa.Column("struck_at", sa.String(length=20), nullable=False),
        sa.Column("struck_by", sa.String(length=32), nullable=False),
        sa.Column("struck_reason", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_refrigerant_log_job_id", "refrigerant_log", ["job_id"])
    op.create_index("ix_refrigerant_log_on", "refrigerant_log", ["on"])
    op.create_index("ix_refrigerant_log_unit_id", "refrigerant_log", ["unit_id"])
    op.create_table(
        "unit_results",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("measured", sa.Text(), nullable=False),
        sa.Column("checks", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "electrical_ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("chief", sa.String(length=80), nullable=False),
        sa.Column("workers", sa.String(length=200), nullable=False),
        sa.Column("diagram", sa.Text(), nullable=False),
        sa.Column("insulation_mohm", sa.Float(), nullable=True),
        sa.Column("earth_ohm", sa.Float(), nullable=True),
        sa.Column("volts", sa.Float(), nullable=True),
        sa.Column("result", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=32), nullable=False),
        sa.Column("recorded_at", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("job_id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_electrical_ledger_on", "electrical_ledger", ["on"])
    op.create_index("ix_unit_results_job_id", "unit_results", ["job_id"])
    op.create_index("ix_unit_results_unit_id", "unit_results", ["unit_id"])


def _papers() -> None:
    op.create_table(
        "cabinets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("key_holder", sa.String(length=32), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_table(
        "office_images",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind"),
    )
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("cabinet_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=False),
        sa.Column("return_by", sa.String(length=10), nullable=False),
        sa.Column("holder", sa.String(length=120), nullable=False),
        sa.Column("holder_note", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.String(length=32), nullable=False),
        sa.Column("registered_at", sa.String(length=20), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["cabinet_id"], ["cabinets.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_papers_cabinet_id", "papers", ["cabinet_id"])
    op.create_index("ix_papers_code", "papers", ["code"])
    op.create_index("ix_papers_customer_id", "papers", ["customer_id"])
    op.create_index("ix_papers_job_id", "papers", ["job_id"])
    op.create_index("ix_papers_return_by", "papers", ["return_by"])
    op.create_index("ix_papers_state", "papers", ["state"])
    op.create_table(
        "incidents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("paper", sa.String(length=32), nullable=False),
        sa.Column("paper_number", sa.String(length=24), nullable=False),
        sa.Column("paper_kind", sa.String(length=24), nullable=False),
        sa.Column("profile", sa.String(length=16), nullable=False),
        sa.Column("reported_by", sa.String(length=32), nullable=False),
        sa.Column("reported_at", sa.String(length=20), nullable=False),
        sa.Column("found_at", sa.String(length=20), nullable=False),
        sa.Column("seen_by", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
    )
    op.create_index("ix_incidents_paper", "incidents", ["paper"])
    op.create_index("ix_incidents_seen_at", "incidents", ["seen_at"])
    op.create_table(
        "incident_customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("customer", sa.String(length=32), nullable=False),
        sa.Column("customer_number", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_incident_customers_customer", "incident_customers", ["customer"])
    op.create_index("ix_incident_customers_incident_id", "incident_customers", ["incident_id"])
    for name, length in (
        ("postal_code", 7),
        ("fax", 40),
        ("email", 120),
        ("representative", 80),
        ("invoice_registration", 14),
    ):
        op.add_column("office_facts", _text(name, length))


def _retention() -> None:
    op.add_column("office_facts", _text("loss_years"))
    op.add_column("office_facts", _flag("books_here"))
    op.add_column("jobs", _flag("new_housing"))
    op.add_column("customers", _text("reduced_on", 10))
    op.add_column("customers", _text("reduced_to"))
    op.add_column("disposal_items", _text("keeps"))
    for name, length in (
        ("shred_method", 16),
        ("shred_level", 4),
        ("shred_witness", 80),
        ("shred_certificate", 80),
    ):
        op.add_column("disposal_batches", _text(name, length))
    _ledger()


def _ledger() -> None:
    """Let a customer have a line for a reduction and another for the end, so the table is made again."""
    unnamed = {"uq": "uq_%(table_name)s_%(column_0_name)s"}
    with op.batch_alter_table("disposal_ledger", recreate="always", naming_convention=unnamed) as table:
        table.drop_constraint("uq_disposal_ledger_record", type_="unique")
        table.add_column(_text("keeps"))
        table.add_column(_text("keeps_until", 10))
    op.create_index("ix_disposal_ledger_record", "disposal_ledger", ["record"])


def _media() -> None:
    op.create_table(
        "media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("maker", sa.String(length=80), nullable=False),
        sa.Column("model", sa.String(length=80), nullable=False),
        sa.Column("serial", sa.String(length=80), nullable=False),
        sa.Column("registered_by", sa.String(length=32), nullable=False),
        sa.Column("registered_on", sa.String(length=10), nullable=False),
        sa.Column("sanitized_on", sa.String(length=10), nullable=False),
        sa.Column("sanitized_by", sa.String(length=32), nullable=False),
        sa.Column("sanitization", sa.String(length=16), nullable=False),
        sa.Column("technique", sa.String(length=24), nullable=False),
        sa.Column("tool", sa.String(length=80), nullable=False),
        sa.Column("verification", sa.String(length=16), nullable=False),
        sa.Column("verified_by", sa.String(length=80), nullable=False),
        sa.Column("witness", sa.String(length=80), nullable=False),
        sa.Column("certificate", sa.String(length=80), nullable=False),
        sa.Column("destination", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id"),
        sa.UniqueConstraint("number"),
    )


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    kind = sa.String(length=length) if length else sa.Text()
    return sa.Column(name, kind, nullable=False, server_default="")


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
