"""Loaded before everything else (pytest -p): where the test databases live and which is this worker's own.

Tests empty the databases they find, so DATABASE_URL is never theirs: another server is named by RUKUN_TEST_SERVER, and
its address names no database.
"""

import os
import stat
import sys
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "var" / "jalan"
RUNTIME.mkdir(parents=True, exist_ok=True)
RUNTIME.chmod(stat.S_IRWXU)

SERVER = os.environ.get("RUKUN_TEST_SERVER", "")
if urlsplit(SERVER).path.strip("/"):
    raise SystemExit("RUKUN_TEST_SERVER menyebut server saja: ujian membuat dan mengosongkan basis datanya sendiri.")

os.environ |= {
    "DATABASE_URL": SERVER,
    "RUKUN_HOME": str(ROOT),
    "RUKUN_DATABASE": f"rukun_test_{os.environ.get('PYTEST_XDIST_WORKER', 'solo')}",
    "RUKUN_VAR": "var/test",
    "RUKUN_KEY_FILE": "var/test/kunci.json",
    "RUKUN_ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "RUKUN_AS": "app",
    "XDG_RUNTIME_DIR": str(RUNTIME),
    "LC_ALL": "C" if sys.platform == "darwin" else "C.UTF-8",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # the browser's loop runs in the worker that also meets the database
}

sys.path.insert(0, str(ROOT / "src"))  # this file is read before pytest has set its path
from rukun.site import postgres  # noqa: E402 - only now does the environment say which house

postgres.CONFIGURATION += "shared_preload_libraries = 'pg_stat_statements'\n"
"""The server of the tests remembers every statement, so that they can look at what it remembers; no other does."""
