"""Runs CMake's presets and puts the site together; the output goes to build/log, errors are one line."""
import contextlib
import fcntl
import re
import subprocess

import make_site
import setup
from setup import BUILD, ROOT, SetupError


def compile(preset, *targets):
    """Configures `preset` when needed and builds `targets` (none: everything)."""
    with _locked():
        folder = BUILD / preset
        cache = folder / "CMakeCache.txt"
        presets = ROOT / "CMakePresets.json"
        log = f"build-{preset}"
        fresh = (folder / "build.ninja").exists() and cache.stat().st_mtime > presets.stat().st_mtime
        try:
            if not fresh:
                setup.run(["cmake", "--preset", preset], log, f"configuring {preset}")
            command = ["cmake", "--build", "--preset", preset]
            setup.run(command + (["--target", *targets] if targets else []), log,
                      f"building {preset}", append=not fresh)
        except SetupError as error:
            raise SetupError(f"{error}{_first_error(log)}") from None


def site(say=print, own=(), draft=False):
    """Builds what the site needs and assembles it in build/site; returns that folder. The publisher's `own`
    packages are checked first: one with errors stops the build, with its report. `draft`: neither optimised
    nor compressed, for working on the code."""
    preset = "draft" if draft else "web"
    say("building the native tool")
    compile("native", "tiendo")
    for folder in own:
        check_package(folder, say)
    say("building the wasm")
    compile(preset, "tiendo_web", "tiendo_study", "fonts")
    with _locked():
        try:
            return make_site.assemble(say, own, BUILD / preset, compress=not draft)
        except make_site.SiteError as error:
            raise SetupError(f"assembling the site failed: {error}") from None


def check_package(folder, say=print):
    """Runs `tiendo validate` on a publisher's package and says what it says."""
    done = subprocess.run([str(make_site.TOOL), "validate", str(folder)], capture_output=True,
                          encoding="utf-8", stdin=subprocess.DEVNULL)
    say(f"{folder}\n{done.stdout or done.stderr}".rstrip())
    if done.returncode != 0:
        raise SetupError(f"the package {folder} has problems; nothing was published")


@contextlib.contextmanager
def _locked():
    """One build at a time in this clone; a second one waits."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _first_error(log):
    text = (setup.LOGS / f"{log}.log").read_text(errors="replace")
    match = re.search(r"(?m)^.*\berror\b:?.*$|^CMake Error.*(?:\n.*)?", text)
    return f": {' '.join(match.group().split())[:200]}" if match else ""
