#!/usr/bin/env python3
"""Builds the site and serves it on this machine: python3 serve.py, then open the printed address.

Tools that are missing are installed where that is possible (Debian, root or sudo); --no-install only
names them. Only Python's standard library is used.
"""
import argparse
import errno
import functools
import http.server
import os
import pathlib
import re
import socket
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "cmake"))
import build  # noqa: E402
import setup  # noqa: E402

MIME_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".ttf": "font/ttf",
    ".zip": "application/zip",
}
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
HASHED_NAME = re.compile(r"\.[0-9a-f]{8}\.\w+$")
POLICY = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src {connect}; "
          "img-src 'self' data: blob:; style-src 'self'; font-src 'self'; manifest-src 'self'; "
          "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {frame_ancestors}")
# A package at an address that the reader gives may lie anywhere; nothing else is fetched from elsewhere
# (tests/browser/harness.mjs watches it). The loopback addresses are for who prepares a package.
CONNECT = "'self' https: http://127.0.0.1:* http://localhost:*"
ERROR_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>{code}</title>
<h1>{vi}</h1><p lang="en">{en}</p><p><a href="/">Tiến Độ</a></p></html>
"""
ERRORS = {
    404: ("Không có trang này", "There is no such page"),
    405: ("Trang này chỉ để đọc", "This site can only be read"),
}


def find_file(site, address):
    """The file that a request for `address` means, or None; never one outside of the folder `site`."""
    path = address.partition("?")[0].partition("#")[0]
    try:
        path = urllib.parse.unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or re.search(r"[\x00-\x1f\x7f\\]", path):
        return None
    names = (path[1:] or "index.html").split("/")
    if any(not name or name.startswith(".") for name in names) or names[-1].endswith((".br", ".gz")):
        return None
    root = os.path.realpath(site)
    try:
        file = os.path.realpath(os.path.join(root, *names))
        inside = os.path.commonpath([root, file]) == root and os.path.isfile(file)
    except (OSError, ValueError):
        return None
    return pathlib.Path(file) if inside else None


def accepted_encodings(header):
    """Names in an Accept-Encoding header, without those refused by q=0."""
    accepted = set()
    for item in (header or "").split(","):
        name, *parameters = [part.strip().lower() for part in item.split(";")]
        if not any(re.fullmatch(r"q=0(\.0*)?", parameter) for parameter in parameters):
            accepted.add(name)
    return accepted


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, *arguments, site, policy):
        self.site, self.policy = site, policy
        super().__init__(*arguments)

    def do_GET(self):
        file = find_file(self.site, self.path)
        if file is None:
            return self.answer_error(404)
        encoding, sent = None, file
        accepted = accepted_encodings(self.headers.get("Accept-Encoding"))
        for name, suffix in ENCODINGS:
            packed = file.with_name(file.name + suffix)
            if name in accepted and packed.is_file():
                encoding, sent = name, packed
                break
        try:
            content = sent.read_bytes()
            stat = sent.stat()
        except OSError:  # the site is being put together anew
            return self.answer_error(404)
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}-{encoding or "raw"}"'
        headers = {
            "ETag": tag,
            "Vary": "Accept-Encoding",
            "Cache-Control": "public, max-age=31536000, immutable"
                             if HASHED_NAME.search(file.name) else "no-cache",
        }
        known = [item.strip().removeprefix("W/")
                 for item in self.headers.get("If-None-Match", "").split(",")]
        if tag in known or known == ["*"]:
            return self.answer(304, headers)
        headers["Content-Type"] = MIME_TYPES.get(file.suffix, "application/octet-stream")
        if encoding:
            headers["Content-Encoding"] = encoding
        self.answer(200, headers, content)

    do_HEAD = do_GET

    def do_POST(self):
        self.close_connection = True  # the body was not read
        self.answer_error(405, {"Allow": "GET, HEAD", "Connection": "close"})

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = do_POST

    def answer_error(self, code, headers=None):
        vi, en = ERRORS[code]
        self.answer(code, {"Content-Type": MIME_TYPES[".html"], "Cache-Control": "no-cache",
                           **(headers or {})}, ERROR_PAGE.format(code=code, vi=vi, en=en).encode())

    def answer(self, code, headers, content=None):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if content is not None and self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
        super().end_headers()

    def version_string(self):
        return "tien-do"

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def make_server(site, host="127.0.0.1", port=0, frame_ancestors="'self'", connect=CONNECT):
    """A server of the folder `site`, listening; port 0 takes a free one. Call serve_forever()."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server_class = type("Server", (Server,), {"address_family": family})
    handler = functools.partial(Handler, site=pathlib.Path(site),
                                policy=POLICY.format(frame_ancestors=frame_ancestors, connect=connect))
    try:
        return server_class((host, port), handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise setup.SetupError(f"port {port} is taken; choose another with --port") from None
        raise setup.SetupError(f"cannot listen on {host} port {port}: {error.strerror}") from None
    except OverflowError:
        raise setup.SetupError(f"port {port} is not between 0 and 65535") from None


def address_of(server):
    host, port = server.server_address[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def origins(text):
    if re.search(r"[;,\r\n]", text) or not text.strip():
        raise argparse.ArgumentTypeError("expected one or more origins, separated by spaces")
    return text.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=pathlib.Path, action="append", default=[], metavar="DIR",
                        help="a package of your own, which the site then opens with; may be repeated")
    parser.add_argument("--frame-ancestors", type=origins, default="'self'", metavar="ORIGINS",
                        help="who may embed the site, as in the Content-Security-Policy header")
    parser.add_argument("--connect", type=origins, default=CONNECT, metavar="ORIGINS",
                        help="where packages may be opened from by their address, as in the same header; "
                             "'self' for a kiosk (default: %(default)s)")
    parser.add_argument("--draft", action="store_true",
                        help="for working on the code: quick to build, larger to fetch, not for publishing")
    parser.add_argument("--build-only", action="store_true", help="build the site in build/site and stop")
    parser.add_argument("--no-install", action="store_true", help="name missing tools instead of installing them")
    arguments = parser.parse_args()
    say = functools.partial(print, flush=True)
    for folder in arguments.data:  # said before a long build
        if not (folder / "datapackage.json").is_file():
            parser.error(f"there is no datapackage.json in {folder}")
    try:
        server = None
        if not arguments.build_only:  # a taken port is said before a long build
            server = make_server(setup.BUILD / "site", arguments.host, arguments.port,
                                 arguments.frame_ancestors, arguments.connect)
        setup.ensure(install=not arguments.no_install, say=say)
        build.site(say, [folder.resolve() for folder in arguments.data], arguments.draft)
        if server:
            say(f"Tiến Độ: {address_of(server)}  (Ctrl+C ends it)")
            server.serve_forever()
    except setup.SetupError as error:
        sys.exit(f"error: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
