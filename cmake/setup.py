"""Brings a machine to where the site builds: tools, npm packages, third-party sources.

On Debian (root or sudo) what is missing is installed; elsewhere, or with install=False, one line says
what to install. A second run only looks at the disk. No archive is named here: apt and npm use the
sources that this machine is set up with.
"""
import glob
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
LOGS = BUILD / "log"
THIRD_PARTY = BUILD / "third_party"
PREFIXES = ("/usr", "/usr/local", "/opt/homebrew")

# Debian package: what shows that it is there (a command or a path under a prefix), and what it is for.
BUILD_TOOLS = {
    "cmake": ("cmake", "the build"),
    "ninja-build": ("ninja", "the build"),
    "g++": ("g++", "the native tool, which writes the headline figures into the page"),
    "emscripten": ("em++", "the wasm build"),
    "ccache": ("ccache", "builds that remember; the only one that is optional"),
    "nlohmann-json3-dev": ("include/nlohmann/json.hpp", "reads packages and methodologies"),
    "libcli11-dev": ("include/CLI/CLI.hpp", "reads the command line of the native tool"),
    "libzip-dev": ("include/zip.h", "reads and writes bundles in the native tool"),
    "fonts-noto-core": ("share/fonts/truetype/noto/NotoSansMath-Regular.ttf", "the site's letters"),
    "python3-fonttools": ("lib/python3/dist-packages/fontTools|pyftsubset", "cuts the fonts to the letters used"),
    "brotli": ("brotli", "compresses the site once, at build time"),
    "nodejs": ("node", "runs emcc's scripts, the bundler and the tests"),
    "googletest": ("src/googletest/CMakeLists.txt", "the C++ tests, from source for wasm"),
    "npm": ("npm", "fetches the bundler and the test driver"),
}
TEST_TOOLS = {
    "chromium": (os.environ.get("CHROMIUM", "chromium"), "the browser tests"),
}


class SetupError(Exception):
    """Its text is one line for the person at the terminal."""


def ensure(tests=False, install=True, say=print):
    """Makes sure that everything the build (and with `tests` the tests) needs is there."""
    LOGS.mkdir(parents=True, exist_ok=True)
    _ensure_tools({**BUILD_TOOLS, **(TEST_TOOLS if tests else {})}, install, say)
    _ensure_sources(install, say)
    _ensure_npm(install, say)


def run(command, log_name, what, env=None, append=False):
    """Runs `command` with its output in build/log/<log_name>.log; SetupError when it fails."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{log_name}.log"
    with log.open("ab" if append else "wb") as output:
        try:
            code = subprocess.run(command, stdout=output, stderr=subprocess.STDOUT,
                                  stdin=subprocess.DEVNULL, cwd=ROOT,
                                  env={**os.environ, **(env or {})}).returncode
        except FileNotFoundError:
            raise SetupError(f"{what} failed: {command[0]} is not installed") from None
    if code != 0:
        raise SetupError(f"{what} failed; see {log.relative_to(ROOT)}")


def _is_there(probes):
    return any(_is_one_there(probe) for probe in probes.split("|"))


def _is_one_there(probe):
    if "/" not in probe or probe.startswith("/"):
        return shutil.which(probe) is not None
    return any(os.path.exists(f"{prefix}/{probe}") for prefix in PREFIXES)


def _is_debian_like():
    return shutil.which("apt-get") is not None


def _as_root():
    """The words before a command that make it run as root, or None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def _ensure_tools(tools, install, say):
    missing = [package for package, (probe, _) in tools.items() if not _is_there(probe)]
    if not missing or missing == ["ccache"] and not install:
        return
    names = " ".join(missing)
    root = _as_root()
    if not install or not _is_debian_like() or root is None:
        command = f"apt-get install {names}" if _is_debian_like() else names
        raise SetupError(f"missing tools; install these (names as in Debian): {command}")
    say(f"installing {names}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run([*root, "apt-get", "update"], "apt", "apt-get update", env)
        run([*root, "apt-get", "install", "-y", "--no-install-recommends", *missing], "apt",
            f"apt-get install {names}", env, append=True)
    except SetupError as error:
        raise SetupError(f"{error} (is there a network?)") from None
    still = [package for package in missing if not _is_there(tools[package][0])]
    if still:
        raise SetupError(f"apt-get installed {' '.join(still)}, but it cannot be found on the path")


def _ensure_npm(install, say):
    lock = ROOT / "package-lock.json"
    stamp = ROOT / "node_modules" / ".tiendo-stamp"
    digest = _sha256(lock)
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not install:
        raise SetupError("missing npm packages; run: npm ci")
    say("installing npm packages")
    try:
        run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], "npm", "npm ci")
    except SetupError as error:
        raise SetupError(f"{error} (is there a network?)") from None
    stamp.write_text(digest)


def _sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# Third-party sources: Debian's source packages, pinned by hash in third_party.json.

def _cache_dir():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(base) / "tien-do"


def _ensure_sources(install, say):
    pins = json.loads((ROOT / "cmake" / "third_party.json").read_text())
    for name, pin in pins.items():
        pin["target"] = THIRD_PARTY / pin.get("folder", name)
    wanted = {name: pin for name, pin in pins.items() if not _is_unpacked(pin)}
    if not wanted:
        return
    cache = _cache_dir()
    cache.mkdir(parents=True, exist_ok=True)
    absent = {name: pin for name, pin in wanted.items() if not _is_cached(cache, pin)}
    if absent:
        if not _debian_codename():
            return  # CMake's FetchContent takes the upstream tags instead
        if not install:
            raise SetupError("missing third-party sources: " + " ".join(
                f"{name} {pin['version']}" for name, pin in absent.items())
                + "; run once without --no-install, or set FETCHCONTENT_SOURCE_DIR_<NAME>")
        say("fetching the sources of " + ", ".join(
            f"{name} {pin['version']}" for name, pin in absent.items()))
        _fetch(absent, cache)
    for name, pin in wanted.items():
        _unpack(cache / pin["file"], pin)


def _is_unpacked(pin):
    stamp = pin["target"] / ".tiendo-stamp"
    return stamp.exists() and stamp.read_text() == pin["sha256"]


def _is_cached(cache, pin):
    file = cache / pin["file"]
    return file.exists() and _sha256(file) == pin["sha256"]


def _debian_codename():
    """Debian's own codename, "" on any other system: derived ones lack the pinned suites."""
    try:
        text = pathlib.Path("/etc/os-release").read_text()
    except OSError:
        return ""
    values = dict(re.findall(r'(?m)^(\w+)="?([^"\n]*)"?$', text))
    return values.get("VERSION_CODENAME", "") if values.get("ID") == "debian" else ""


def _fetch(pins, cache):
    work = BUILD / "apt"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("parts", "lists/partial", "cache/archives/partial", "download"):
        (work / folder).mkdir(parents=True)
    suites = sorted({pin["suite"] for pin in pins.values()})
    name, text = _source_entry(suites)
    (work / "parts" / name).write_text(text)
    options = ["-o", "Dir::Etc::SourceList=/dev/null", "-o", f"Dir::Etc::SourceParts={work}/parts",
               "-o", f"Dir::State::Lists={work}/lists", "-o", f"Dir::Cache={work}/cache",
               "-o", "APT::Sandbox::User=root"]
    shell = 'cd "$0" && exec "$@"'
    try:
        run(["apt-get", *options, "update", "--error-on=any"], "apt-source", "apt-get update")
    except SetupError as error:
        raise SetupError(f"{error} (is there a network?)") from None
    for name, pin in pins.items():
        failure = (f"{name} {pin['version']} is no longer in Debian's {pin['suite']}, or cannot be "
                   "fetched: set FETCHCONTENT_SOURCE_DIR_<NAME> or renew cmake/third_party.json")
        try:
            run(["sh", "-c", shell, str(work / "download"), "apt-get", *options, "source",
                 "--download-only", f"{name}/{pin['suite']}"], "apt-source", "apt-get source", append=True)
        except SetupError as error:
            raise SetupError(f"{failure}; {error}") from None
        file = work / "download" / pin["file"]
        if not file.exists():
            raise SetupError(failure)
        if _sha256(file) != pin["sha256"]:
            raise SetupError(f"{pin['file']} does not have the pinned SHA-256; it was not used")
        shutil.copyfile(file, cache / (pin["file"] + ".part"))
        os.replace(cache / (pin["file"] + ".part"), cache / pin["file"])
    shutil.rmtree(work)


def _source_entry(suites):
    """(file name, text): this machine's own archive entry, asking for sources of `suites`."""
    codename = _debian_codename()
    for path in sorted(glob.glob("/etc/apt/sources.list.d/*.sources")):
        for entry in re.split(r"\n\s*\n", pathlib.Path(path).read_text()):
            fields = dict(re.findall(r"(?m)^([\w-]+):[ \t]*((?:.|\n[ \t])*)", entry))
            if fields.get("Enabled", "yes").strip() != "no" and codename in fields.get("Suites", "").split():
                fields.update(Types="deb-src", Suites=" ".join(suites), Components="main")
                return "tiendo.sources", "".join(f"{key}: {value}\n" for key, value in fields.items())
    for path in ["/etc/apt/sources.list", *sorted(glob.glob("/etc/apt/sources.list.d/*.list"))]:
        if not os.path.exists(path):
            continue
        for line in pathlib.Path(path).read_text().splitlines():
            match = re.match(rf"\s*deb\s+(\[.*?\]\s+)?(\S+)\s+{re.escape(codename)}\s", line)
            if match:
                options, address = match.group(1) or "", match.group(2)
                return "tiendo.list", "".join(
                    f"deb-src {options}{address} {suite} main\n" for suite in suites)
    raise SetupError(f"no archive entry for {codename} in this machine's apt sources")


def _unpack(file, pin):
    """Unpacks into the target folder, without the archive's top folder."""
    part = pin["target"].with_name(pin["target"].name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(pin["target"], ignore_errors=True)
    with tarfile.open(file) as archive:
        members = []
        for member in archive.getmembers():
            member.name = member.name.partition("/")[2]
            if member.name and (member.isfile() or member.isdir()) and ".." not in member.name.split("/"):
                members.append(member)
        archive.extractall(part, members)
    (part / ".tiendo-stamp").write_text(pin["sha256"])
    os.replace(part, pin["target"])
