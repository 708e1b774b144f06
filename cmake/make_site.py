#!/usr/bin/env python3
"""Puts the site together in build/site out of the wasm, the fonts, the shell and the data packages.

Files that never change under one name are called NAME.<8 hex of their content>.EXT. A text of the
shell names them, and the rest of the build, by placeholders:

    {{asset:app.js}}       address of app.js, study.js or their .wasm, a font, boot.js (shell/boot.mjs
                           and what it imports, bundled), style.css, any other file of shell/, or
                           data/ID (the whole package ID in one JSON file)
    {{headline}}           the headline figures as HTML, from the native tool; {{headline:en}} in English
    {{package}}            address of the bundle of the package that the site opens with
    {{packages}}           {"ID": address of its bundle, …} as JSON
    {{assets}} {{version}} every hashed name of the first visit as a JSON list, and one hash over all: for
                           the service worker

The packages are those of assets/data/catalog.json, a committed folder or what a script makes under
build/data, and before them the publisher's own; the first one is what the site opens with, the others
are loaded when asked for. data/catalog.json says what there is.

The pages are shell/*.html, *.webmanifest, *.txt and sw.mjs (as sw.js); they keep their names. The guide
for publishers is assets/guide/*.md, in the frame of shell/guide/page.html.
"""
import concurrent.futures
import gzip
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD, SHELL, DATA = ROOT / "build", ROOT / "shell", ROOT / "assets" / "data"
METHODOLOGY = ROOT / "assets" / "methodology"
WEB, SITE, CACHE = BUILD / "web", BUILD / "site", BUILD / "cache" / "compressed"
TOOL = BUILD / "native" / "tiendo"
MADE = BUILD / "data"
MARKED = ROOT / "node_modules" / ".bin" / "marked"
TEXT = {".html", ".css", ".js", ".svg", ".webmanifest", ".txt"}
PROGRAMS = {"app.js", "study.js"}  # with the wasm of their name, from build/web
GUIDES = {  # language → (file, title, [address and name of the ways from it])
    "vi": ("huong-dan.html", "Hướng dẫn công bố số liệu",
           (("./#/vi/nguon", "Về trang"), ("guide.html", "English"))),
    "en": ("guide.html", "A guide for publishers",
           (("./#/en/sources", "To the site"), ("huong-dan.html", "Tiếng Việt"))),
}
ON_DEMAND = {"guide/guide.css", "certainty.js", "study_worker.js", "study.js", "study.wasm"}
PACKED = {".png", ".jpg", ".webp", ".woff2", ".br", ".gz"}


class SiteError(Exception):
    """Its text is one line for the person at the terminal."""


def assemble(say=print, own=(), web=WEB, compress=True):
    """Writes build/site anew, prints its sizes, returns the folder. `own`: folders of the publisher's packages;
    `web`: the build of the wasm and the fonts."""
    part = SITE.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    site = _Site(part, own, web)
    site.write_pages()
    site.write_guides()
    site.copy_packages()
    compressed = _compress(part) if compress else None
    old = SITE.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    if SITE.exists():
        SITE.rename(old)
    part.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)
    if compressed:
        _print_sizes(compressed, say)
    return SITE


class _Site:
    def __init__(self, folder, own=(), web=WEB):
        self.folder, self.web = folder, web
        self.addresses = {}  # asset name → hashed address; None while it is being made
        self.headlines = {}
        self.packages = _packages(own)  # id → folder

    def write_pages(self):
        # The service worker and the pages that list all assets come after every asset is known.
        pages = [*sorted(SHELL.glob("*.html")), *sorted(SHELL.glob("*.webmanifest")),
                 *sorted(SHELL.glob("*.txt")), *SHELL.glob("sw.mjs")]
        for page in pages:
            self._names_in(page.read_text(encoding="utf-8"), page.name)
        catalog = [self._entry(identifier) for identifier in self.packages]
        self._write("data/catalog.json", json.dumps({"packages": catalog}, ensure_ascii=False, indent=1).encode())
        for page in pages:
            name = "sw.js" if page.name == "sw.mjs" else page.name
            text = _bundle(page) if page.name == "sw.mjs" else page.read_text(encoding="utf-8")
            self._write(name, self._fill(text, page.name).encode())

    def write_guides(self):
        frame = (SHELL / "guide" / "page.html").read_text(encoding="utf-8")
        for language, (name, title, ways) in GUIDES.items():
            text = (ROOT / "assets" / "guide" / f"publish.{language}.md").read_text(encoding="utf-8")
            parts = {"language": language, "title": title, "body": _run([str(MARKED)], name, text),
                     "ways": "".join(f'<a href="{address}">{words}</a>' for address, words in ways)}
            page = re.sub(r"\{\{(language|title|body|ways)\}\}", lambda match: parts[match.group(1)], frame)
            self._write(name, self._fill(page, "guide/page.html").encode())

    def copy_packages(self):
        for identifier in self.packages:
            for name, content in _package_files(self.packages[identifier]).items():
                self._write(f"data/{identifier}/{name}", content)

    def address(self, name, used_in):
        """The hashed address of asset `name`, which is made at its first mention."""
        if name not in self.addresses:
            self.addresses[name] = None
            content = self._content(name, used_in)
            path = pathlib.PurePosixPath(f"{name}.json" if name.startswith("data/") else name)
            digest = hashlib.sha256(content).hexdigest()[:8]
            address = str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))
            self._write(address, content)
            self.addresses[name] = address
        if self.addresses[name] is None:
            raise SiteError(f"shell/{used_in}: {name} needs its own address")
        return self.addresses[name]

    def _content(self, name, used_in):
        path = pathlib.PurePosixPath(name)
        if ".." in path.parts or path.is_absolute():
            raise SiteError(f"shell/{used_in}: {name} is outside of shell/")
        if name in PROGRAMS:
            own = path.with_suffix(".wasm").name
            wasm = self.address(own, used_in)
            text = _minify((self.web / name).read_text(encoding="utf-8"))
            if f'"{own}"' not in text:
                raise SiteError(f"{name} does not name {own} as expected")
            return text.replace(f'"{own}"', f'"{wasm}"').encode()
        if path.suffix == ".wasm":
            return (self.web / name).read_bytes()
        if path.stem in ("words.vi", "words.en"):  # ended like every text that crosses into the program
            return _read(self.web / "generated" / "report" / name, used_in) + b"\0"
        if path.suffix == ".ttf":
            return _read(self.web / "fonts" / name, used_in)
        if path.parts[0] == "data":
            if path.name not in self.packages:
                raise SiteError(f"shell/{used_in}: there is no package {name}")
            return _bundle_package(self.packages[path.name])
        if path.suffix in (".js", ".css"):
            source = SHELL / path.with_suffix(".mjs" if path.suffix == ".js" else ".css")
            if not source.exists():
                raise SiteError(f"shell/{used_in}: there is no {source.relative_to(ROOT)}")
            return self._fill(_bundle(source), source.name).encode()
        content = _read(SHELL / name, used_in)
        return self._fill(content.decode(), name).encode() if path.suffix in TEXT else content

    def _names_in(self, text, file):
        for name in re.findall(r"\{\{asset:([^}]+)\}\}", text):
            self.address(name, file)

    def _fill(self, text, file):
        def value(match):
            kind, argument = match.group(1), match.group(2)
            if kind == "asset" and argument:
                return self.address(argument, file)
            if kind == "headline":
                return self._headline(argument or "vi")
            if kind == "package":
                return self.address(f"data/{next(iter(self.packages))}", file)
            if kind == "packages":
                return json.dumps({name: self.address(f"data/{name}", file) for name in self.packages})
            if kind == "assets":
                later = ON_DEMAND | {f"data/{name}" for name in list(self.packages)[1:]}
                return json.dumps(sorted(address for name, address in self.addresses.items()
                                         if address and name not in later))
            if kind == "version":
                names = "\n".join(sorted(filter(None, self.addresses.values())))
                return hashlib.sha256(names.encode()).hexdigest()[:8]
            raise SiteError(f"shell/{file}: {match.group()} means nothing")
        return re.sub(r"\{\{(\w+)(?::([^}]*))?\}\}", value, text)

    def _headline(self, language):
        if language not in self.headlines:
            self.headlines[language] = _run(
                [str(TOOL), "render", str(next(iter(self.packages.values()))), "--view",
                 "overview", "--format", "html-fragment", "--lang", language], "the headline figures")
        return self.headlines[language]

    def _entry(self, identifier):
        """What the catalogue of the site says of a package."""
        described = _description(self.packages[identifier])
        address = self.address(f"data/{identifier}", "the data")
        return {"id": identifier, "title": described.get("title", identifier),
                "title@en": described.get("title@en", ""), "description": described.get("description", ""),
                "description@en": described.get("description@en", ""),
                "illustration": described.get("tien-do", {}).get("illustration", False),
                "bundle": address, "bytes": (self.folder / address).stat().st_size}

    def _write(self, name, content):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _read(file, used_in):
    if not file.is_file():
        raise SiteError(f"shell/{used_in}: there is no {file.relative_to(ROOT)}")
    return file.read_bytes()


def _run(command, what, text=None):
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", cwd=ROOT)
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
        raise SiteError(f"{what}: {lines[0]}")
    return done.stdout


def _esbuild(arguments, what, text=None):
    # Placeholders are filled in after bundling, so the bundler leaves them alone.
    return _run([str(ROOT / "node_modules" / ".bin" / "esbuild"), *arguments, "--minify",
                 "--charset=utf8", "--log-level=error"], what, text)


def _bundle(source):
    return _esbuild([str(source), "--bundle", "--format=esm", "--target=es2022", "--external:{{*",
                     "--external:./{{*"], f"bundling {source.relative_to(ROOT)}")


def _minify(script):
    return _esbuild(["--loader=js", "--format=esm"], "minifying a program", script)


def _packages(own):
    """{id: folder}: the publisher's own packages, then those of the catalogue."""
    packages = {}
    for folder in map(pathlib.Path, own):
        packages[_description(folder).get("name") or folder.name] = folder
    for entry in json.loads((DATA / "catalog.json").read_text(encoding="utf-8"))["packages"]:
        if entry["id"] in packages:
            continue  # the publisher's own of that name
        packages[entry["id"]] = DATA / entry["folder"] if "folder" in entry else MADE / entry["id"]
        if "maker" in entry:
            _run([sys.executable, str(DATA / entry["maker"]), str(packages[entry["id"]])],
                 f"making the package {entry['id']}")
    return packages


def _description(folder):
    try:
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise SiteError(f"{folder / 'datapackage.json'}: {error}") from None
    if not isinstance(described, dict):
        raise SiteError(f"{folder / 'datapackage.json'} is no object")
    return described


def _package_files(folder):
    """{path inside the package: bytes} of datapackage.json and of all files and methodologies that it names."""
    description = _description(folder)
    names = ["datapackage.json"]
    for resource in description.get("resources", []):
        paths = resource.get("path", [])
        names += [paths] if isinstance(paths, str) else paths
        names += [resource[part] for part in ("schema", "dialect") if isinstance(resource.get(part), str)]
    files = {}
    for name in names:
        file = folder / name
        if not file.is_file() or folder.resolve() not in file.resolve().parents:
            raise SiteError(f"{folder / 'datapackage.json'} names {name}, which is not there")
        files[name] = file.read_bytes()
    for method in description.get("tien-do", {}).get("methodologies", []):
        name = f"methodologies/{method}.json"  # the package's own, else the one that ships with the site
        file = folder / name if (folder / name).is_file() else METHODOLOGY / f"{method}.json"
        if not file.is_file():
            raise SiteError(f"{folder / 'datapackage.json'} names the methodology {method}, "
                            f"which is neither in the package nor in assets/methodology")
        files[name] = file.read_bytes()
    return files


def _bundle_package(folder):
    texts = {}
    for name, content in _package_files(folder).items():
        try:
            texts[name] = content.decode("utf-8")
        except UnicodeDecodeError:
            raise SiteError(f"{folder / name} is not UTF-8") from None
    return json.dumps({"files": texts}, ensure_ascii=False, separators=(",", ":")).encode()


def _compress(folder):
    """Writes FILE.br and FILE.gz beside every file; {name: (size, size as .br)}."""
    CACHE.mkdir(parents=True, exist_ok=True)
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(zip((str(file.relative_to(folder)) for file in files), pool.map(_compress_one, files)))


def _compress_one(file):
    content = file.read_bytes()
    if file.suffix in PACKED or len(content) < 200:
        return len(content), len(content)
    cached = CACHE / hashlib.sha256(content).hexdigest()
    brotli, zipped = cached.with_suffix(".br"), cached.with_suffix(".gz")
    if not zipped.exists():
        _run(["brotli", "-q", "11", "-f", "-o", str(brotli), str(file)], "brotli")
        zipped.write_bytes(gzip.compress(content, 9, mtime=0))
    for packed in (brotli, zipped):
        shutil.copyfile(packed, file.with_name(file.name + packed.suffix))
    return len(content), brotli.stat().st_size


def _part(name):
    if name.startswith("data/"):
        return "data, bundle" if name.count("/") == 1 else "data, single files"
    suffix = pathlib.PurePosixPath(name).suffix
    if name.startswith("words."):
        return "words"
    return {".wasm": "app, wasm", ".ttf": "fonts"}.get(
        suffix, "app, js" if name.startswith("app.") else "shell")


def _print_sizes(compressed, say):
    parts = {}
    for name, sizes in compressed.items():
        raw, packed = parts.get(_part(name), (0, 0))
        parts[_part(name)] = raw + sizes[0], packed + sizes[1]
    parts["all"] = tuple(sum(sizes) for sizes in zip(*parts.values()))
    say(f"{'':20}{'bytes':>12}{'brotli':>12}")
    for part, (raw, packed) in parts.items():
        say(f"{part:20}{raw:12,}{packed:12,}")


if __name__ == "__main__":
    try:
        assemble()
    except SiteError as error:
        raise SystemExit(f"error: {error}")
