"""Loaded before everything else (pytest -p): where the test databases live and which is this worker's own."""

import os
import stat
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "var" / "jalan"
RUNTIME.mkdir(parents=True, exist_ok=True)
RUNTIME.chmod(stat.S_IRWXU)

os.environ |= {
    "RUKUN_HOME": str(ROOT),
    "RUKUN_DATABASE": f"rukun_test_{os.environ.get('PYTEST_XDIST_WORKER', 'solo')}",
    "RUKUN_VAR": "var/test",
    "RUKUN_KEY_FILE": "var/test/kunci.json",
    "RUKUN_ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "RUKUN_AS": "app",
    "XDG_RUNTIME_DIR": str(RUNTIME),
    "LC_ALL": "C.UTF-8",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # the browser's loop runs in the worker that also meets the database
}
