"""The sample office's tour as somebody runs it, and what it leaves behind: papers, pictures, and no names."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hvacdesk.demo.history import STAFF
from hvacdesk.demo.passing import passing_home
from hvacdesk.domain.calendar.plans import AGREED
from hvacdesk.domain.calendar.reminders import ReminderConsent, ReminderKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.partner_orders import OrderState
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.roles import Role
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.ui import background
from hvacdesk.ui.entry.login import LoginView
from hvacdesk.ui.entry.pin_view import PinView
from hvacdesk.vault.errors import DeviceSecretMissing
from tests.helpers.desk_office import OWNER_PASSPHRASE, desk_on, now, set_up_office, shown, wait
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.secret_service import SecretService
from tests.helpers.tools import run_tool
from tests.helpers.traces import grep_tree
from tests.journeys.sample_office import (
    CUSTOMERS,
    OWNER,
    DemoRun,
    copied,
    log_in,
    phones_of,
    program,
    run_demo,
    spellings,
    verify,
)

PNG = b"\x89PNG\r\n\x1a\n"
SCREENS = (
    "login",
    "today",
    "customers",
    "schedule",
    "recurring",
    "reminders",
    "work-orders",
    "orders",
    "safeguards",
    "rules",
    "settings",
)
"""Windows that both languages show."""

PAGE_BYTES = 4096


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> DemoRun:
    assert secret_service.is_open()
    return run_demo(tmp_path_factory.mktemp("demo"))


def squeezed(text: str) -> str:
    """The text without spaces and line ends, so that a value broken over two lines is still found."""
    return re.sub(r"\s", "", text)


def strings_in(pdf: Path) -> str:
    """Every readable run of characters in the raw file, in one-byte and two-byte encodings."""
    outputs = (
        run_tool(["strings", "-n", "4", "-e", kind, "/dev/stdin"], pdf.read_bytes())
        for kind in ("s", "S", "l", "b")
    )
    return "\n".join(output.decode("utf-8", "replace") for output in outputs)


def unpacked(pdf: Path) -> str:
    """Every stream of the file without its compression, as text."""
    reader = pypdf.PdfReader(pdf)
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    found = [each.get_data() for each in objects if isinstance(each, pypdf.generic.StreamObject)]
    assert found
    return b"\n".join(found).decode("utf-8", "replace")


def found_in(text: str, values: Iterable[str]) -> list[str]:
    tight = squeezed(text)
    return [value for value in values if squeezed(value) in tight]


def whole_pages(demo: DemoRun) -> Iterator[tuple[Path, str]]:
    for path in sorted(demo.out.rglob("*.pdf")):
        for page in range(1, len(pypdf.PdfReader(path).pages) + 1):
            options = ["-layout", "-f", str(page), "-l", str(page), "-", "-"]
            yield path, run_tool(["pdftotext", *options], path.read_bytes()).decode()


def test_a_passing_office_is_forgotten_although_its_keys_were_changed(
    secret_service: SecretService, tmp_path: Path
) -> None:
    with passing_home() as home:
        set_up_office(home)
        entry = OfficeEntry(home, now)
        entry.open_sealed()
        office, owner = entry.login(entry.staff()[0].account, OWNER_PASSPHRASE)
        office.keys.rotate(owner)
        office.leave(owner)
        copied_files = shutil.copytree(home, tmp_path / "office")
    assert not home.parent.exists()
    with pytest.raises(DeviceSecretMissing):
        OfficeEntry(copied_files, now).open_sealed()


class TestWhatIsLeft:
    def test_every_profile_has_its_file(self, demo: DemoRun) -> None:
        names = [path.name for path in (demo.out / "work-orders").iterdir()]
        assert all(re.fullmatch(r"\d{4}-\d{6}-[a-z]+\.pdf", name) for name in names)
        assert {name.rsplit("-", 1)[1] for name in names} == {f"{profile.value}.pdf" for profile in Profile}
        assert sorted(names) == demo.summary["work_orders"]

    def test_a_sheet_that_came_back_made_its_papers(self, demo: DemoRun) -> None:
        names = sorted(path.name for path in (demo.out / "results").iterdir())
        assert names == demo.summary["results"]
        assert [name.split("-")[0] for name in names] == ["refrigerant", "report"]

    def test_a_customer_who_asked_got_everything(self, demo: DemoRun) -> None:
        folder = demo.out / "openness"
        names = sorted(path.name for path in folder.iterdir())
        assert names == demo.summary["openness"]
        assert [name.split(".")[-1] for name in names] == ["pdf", "json", "pdf", "pdf", "pdf"]
        assert [name for name in names if name.startswith("erasure-")]
        told = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
        (person,) = told["held"]["customers"]["rows"]
        printed = squeezed(read_text(next(folder.glob("disclosure-*.pdf"))))
        for value in (person["family_name"], person["given_name"], person["street"], person["email"]):
            assert squeezed(value) in printed
        assert told["seen"]
        assert told["notices"]

    def test_certificates_and_screens_in_both_languages(self, demo: DemoRun) -> None:
        number = demo.summary["certificate"]
        certificates = {path.name for path in (demo.out / "certificates").iterdir()}
        assert certificates == {f"{number}-ja.pdf", f"{number}-en.pdf"}
        screens = {path.name: path for path in (demo.out / "screens").iterdir()}
        assert sorted(screens) == demo.summary["screens"]
        assert {f"{name}-{language}.png" for name in SCREENS for language in ("ja", "en")} <= set(screens)
        assert {name for name in screens if name.startswith("disposal-")} >= {
            f"disposal-{step}-ja.png"
            for step in ("1-check", "2-decide", "3-paper", "4-approval", "6-certificate")
        }
        assert all(path.read_bytes().startswith(PNG) for path in screens.values())

    def test_the_summary_says_verified(self, demo: DemoRun) -> None:
        summary = demo.summary
        assert summary["verification"] == "verified"
        assert summary["exceptions"] == []
        assert summary["chain_intact"] is True
        assert summary["database_sound"] is True
        assert summary["pages_decrypted"] > 0
        assert summary["ledger_lines"] == summary["destroyed_customers"] == len(demo.destroyed()) > 0
        assert summary["customers"] == len(demo.living) == CUSTOMERS - summary["destroyed_customers"]

    def test_accounts_of_every_role_are_printed(self, demo: DemoRun) -> None:
        assert {role for person in STAFF for role in person.roles} == set(Role)
        for person in STAFF:
            assert demo.passphrase(person) == person.passphrase


class TestPapers:
    def test_every_page_has_text_and_says_what_it_is(self, demo: DemoRun) -> None:
        titles = {Profile.TECHNICIAN: "作業員控", Profile.PARTNER: "協力会社控", Profile.CUSTOMER: "お客様控"}
        titles[Profile.OFFICE] = "事務所控"
        for path, text in whole_pages(demo):
            assert len(squeezed(text)) > 100, path.name
            if path.parent.name == "work-orders":
                order, profile = path.stem.rsplit("-", 1)
                assert order in text
                assert titles[Profile(profile)] in squeezed(text)
            elif path.parent.name == "results":
                title = "作業完了報告書" if path.name.startswith("report") else "冷媒の充塡・回収の記録"
                assert title in squeezed(text)
                assert path.stem.partition("-")[2] in text
            elif path.parent.name == "openness":
                titles_there = {"notice": "個人情報の取り扱いについて", "answer": "開示請求への回答書"}
                titles_there["erasure"] = "消去のご請求への回答書"
                title = titles_there.get(path.stem.partition("-")[0], "")
                assert title in squeezed(text)
            elif path.stem == "evening-check":
                assert "紙の点検表" in squeezed(text)
            else:
                assert demo.summary["certificate"] in text

    @pytest.mark.parametrize("profile", ["technician", "partner"])
    def test_a_copy_that_leaves_the_office_gives_nobody_away(self, demo: DemoRun, profile: str) -> None:
        kinds = spellings(demo.records)
        for path in demo.papers(profile):
            for text in (read_text(path), strings_in(path), unpacked(path)):
                for kind in ("phone", "email", "given name", "name", "lock code"):
                    assert found_in(text, kinds[kind]) == [], (path.name, kind)

    def test_what_would_be_found_is_found_on_the_customers_copy(self, demo: DemoRun) -> None:
        """Also the proof that the search above can find something."""
        for path in demo.papers("customer"):
            text = squeezed(read_text(path))
            here = [person for person in demo.living if squeezed(person.address) in text]
            assert here
            assert any(squeezed(person.name) in text for person in here)

    def test_the_technician_gets_the_place_and_who_to_call(self, demo: DemoRun) -> None:
        for path in demo.papers("technician"):
            text = squeezed(read_text(path))
            here = [person for person in demo.living if squeezed(person.address) in text]
            assert here
            assert any(person.phones[0][-4:] in text for person in here)

    def test_the_office_copy_hides_given_name_and_address(self, demo: DemoRun) -> None:
        kinds = spellings(demo.records)
        for path in demo.papers("office"):
            for kind in ("phone", "email", "given name", "address", "lock code"):
                assert found_in(read_text(path), kinds[kind]) == [], kind

    def test_metadata_and_codes_name_nobody(self, demo: DemoRun) -> None:
        kinds = spellings(demo.records)
        families = {record.name.family for record in demo.records}
        everything = [*families, *kinds["given name"], *kinds["phone"], *kinds["email"], *kinds["address"]]
        for path in sorted(demo.out.rglob("*.pdf")):
            reader = pypdf.PdfReader(path)
            facts = " ".join(str(value) for value in (reader.metadata or {}).values())
            facts += str(reader.xmp_metadata.stream.get_data().decode()) if reader.xmp_metadata else ""
            assert found_in(facts + path.name, everything) == []
            if path.parent.name in ("work-orders", "results"):
                (code,) = qr_codes(path)
                assert found_in(code, everything) == []

    def test_certificates_name_none_of_the_destroyed(self, demo: DemoRun) -> None:
        kinds = spellings(demo.destroyed())
        for path in (demo.out / "certificates").iterdir():
            for kind in ("phone", "email", "name", "address"):
                assert found_in(read_text(path), kinds[kind]) == [], kind


class TestTraces:
    def test_no_file_around_holds_a_customer_in_clear(self, demo: DemoRun) -> None:
        kinds = spellings(demo.records)
        values = [value for kind in ("phone", "email", "name", "address") for value in kinds[kind]]
        assert {path.name for path in demo.home.iterdir()} >= {"office.keys", "audit.head"}
        assert grep_tree(demo.surroundings, values) == []

    def test_the_search_would_find_a_name(self, demo: DemoRun, tmp_path: Path) -> None:
        values = spellings(demo.records)["name"]
        for coding in ("utf-8", "utf-16-le", "cp932"):
            (tmp_path / coding).write_bytes(b"\x00" + values[0].encode(coding, "ignore"))
        plain = next(value for value in values if value.encode("cp932", "ignore").decode("cp932") == value)
        (tmp_path / "cp932").write_bytes(plain.encode("cp932"))
        assert {hit.path.name for hit in grep_tree(tmp_path, [values[0], plain])} >= {
            "utf-8",
            "utf-16-le",
            "cp932",
        }

    def test_no_decrypted_page_holds_a_destroyed_customer(self, demo: DemoRun) -> None:
        here = {phone for person in demo.living for phone in person.phones}
        kept = "".join((*here, *(person.email + person.address for person in demo.living)))
        assert len(demo.destroyed()) == demo.summary["destroyed_customers"]
        for record in demo.destroyed():
            values = {record.email, *phones_of(record), record.address.street, record.address.full()}
            values |= {number.replace("-", "") for number in phones_of(record)}
            gone = [value for value in values if value not in kept]
            assert len(gone) >= 4
            assert [value for value in gone if value.encode() in demo.pages] == []

    def test_the_living_are_found_in_those_pages(self, demo: DemoRun) -> None:
        """Also the proof that the pages were really opened and that the invented records are right."""
        assert {phones_of(record) for record in demo.records} > {person.phones for person in demo.living}
        for person in demo.living:
            assert person.email.encode() in demo.pages
            assert person.phones[0].encode() in demo.pages


def test_something_comes_round_and_something_was_ordered(demo: DemoRun, tmp_path: Path) -> None:
    """So that none of these lists stands empty before somebody who looks at the program."""
    office, owner = log_in(copied(demo.home, tmp_path / "office"), OWNER.name, demo.passphrase(OWNER))
    today = office.today()
    due = office.reminders.due(owner, months_after(today, 3)).rows
    assert {row.key.kind for row in due} == set(ReminderKind)
    assert {row.consent for row in due if row.key.kind is not ReminderKind.DESIGN_PERIOD} == set(
        ReminderConsent
    )
    assert office.reminders.seen_to(owner, months_after(today, 3)).count
    overview = office.today_page.overview(owner)
    assert overview.reminders
    assert {plan.basis == AGREED for plan in overview.plans} == {True, False}
    plans = office.plans.due(owner, months_after(today, 3))
    assert any(plan.overdue for plan in plans)
    assert all(plan.job_on > today.isoformat() for plan in plans if plan.job)
    assert any(plan.job for plan in plans)
    orders = office.partner_orders.all(owner)
    assert {row.state for row in orders} == set(OrderState) - {OrderState.WITHDRAWN}
    assert {row.one_person for row in orders} == {True, False}
    assert any(row.facts.job for row in orders)
    office.leave(owner)


class TestVerify:
    def test_the_untouched_office_verifies(self, demo: DemoRun) -> None:
        assert demo.verified.returncode == 0, demo.verified.stdout + demo.verified.stderr
        assert "DOES NOT" not in demo.verified.stdout

    def test_a_changed_entry_of_the_log_is_found(self, demo: DemoRun, tmp_path: Path) -> None:
        home = copied(demo.home, tmp_path / "office")
        office, owner = log_in(home, OWNER.name, demo.passphrase(OWNER))
        with office._workplace.store.connection() as connection, connection.begin():
            connection.exec_driver_sql("UPDATE audit_log SET at = replace(at, 'T', 'U') WHERE id = 100")
        office.leave(owner)
        found = verify(home)
        assert found.returncode == 2
        assert "BROKEN at entry 100" in found.stdout

    @pytest.mark.parametrize("share", [0.0, 0.35, 0.95], ids=["first", "third", "last"])
    def test_a_changed_byte_of_any_page_is_found(self, demo: DemoRun, tmp_path: Path, share: float) -> None:
        home = copied(demo.home, tmp_path / "office")
        (database,) = home.glob("office-*.db")
        content = bytearray(database.read_bytes())
        page = int(len(content) // PAGE_BYTES * share)
        content[page * PAGE_BYTES + 1000] ^= 1
        database.write_bytes(content)
        found = verify(home)
        assert found.returncode != 0
        assert "damaged" in (found.stdout + found.stderr).lower()
        assert "Traceback" not in found.stderr

    def test_a_wrong_passphrase_is_told(self, demo: DemoRun, tmp_path: Path) -> None:
        home = copied(demo.home, tmp_path / "office")
        told = program("verify", "--home", str(home), "--account", STAFF[6].name, typed="wrong passphrase\n")
        assert told.returncode == 1
        assert "passphrase is not correct" in told.stderr
        assert "Traceback" not in told.stderr


def test_the_program_opens_on_the_office(
    demo: DemoRun, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    clerk = STAFF[2]
    with desk_on(copied(demo.home, tmp_path / "office"), qtbot, qapp) as desk:
        desk.show_login()
        wait(qtbot, lambda: isinstance(shown(desk), LoginView))
        view = shown(desk)
        assert isinstance(view, LoginView)
        view.choose(next(member.account for member in desk.entry.staff() if member.name == clerk.name))
        qtbot.keyClicks(view.passphrase.edit, demo.passphrase(clerk))
        view.log_in()
        wait(qtbot, lambda: isinstance(shown(desk), PinView))
        shown(desk).skipped.emit()
        wait(qtbot, lambda: desk.window is not None)
        wait(qtbot, background.idle)
        assert desk.window.context.actor.name == clerk.name
        office, actor = desk.window.context.office, desk.window.context.actor
        assert office.jobs.day(actor, office.today())
