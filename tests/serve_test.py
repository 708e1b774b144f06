"""Tests of serve.py: what it serves, what it refuses, and what it says when it cannot start."""
import gzip
import http.client
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True
import serve  # noqa: E402
import setup  # noqa: E402

PAGE = "<title>Tiến Độ</title>".encode()


class Served(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        base = pathlib.Path(cls.folder.name)
        (base / "secret.txt").write_text("secret")
        site = base / "site"
        (site / "data" / "viet-nam").mkdir(parents=True)
        (site / "index.html").write_bytes(PAGE)
        (site / "index.html.gz").write_bytes(gzip.compress(PAGE))
        (site / "index.html.br").write_bytes(b"stands for brotli")
        for name in ("app.0123abcd.js", "app.0123abcd.wasm", "noto.0123abcd.ttf", "icon.svg", "sw.js",
                     "data/viet-nam/units.csv", "data/viet-nam/datapackage.json", ".hidden"):
            (site / name).write_text("x")
        os.symlink(base / "secret.txt", site / "link.txt")
        os.symlink(base, site / "up")
        cls.server = serve.make_server(site, frame_ancestors="'self' https://example.org")
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def ask(self, path, method="GET", **headers):
        """(status, headers, body) of a request whose path is sent as it is written."""
        connection = http.client.HTTPConnection(*self.server.server_address, timeout=10)
        self.addCleanup(connection.close)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, response.headers, response.read()

    def test_the_root_is_the_index_page(self):
        for path in ("/", "/index.html", "/?nhung=1"):
            status, headers, body = self.ask(path)
            self.assertEqual((status, body), (200, PAGE), path)
            self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")

    def test_no_path_leads_out_of_the_site(self):
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/data/../../secret.txt",
                     "/data/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/..\\secret.txt", "//secret.txt",
                     "/link.txt", "/up/secret.txt", "/up/site/index.html/../../secret.txt",
                     f"/{self.folder.name}/secret.txt", f"/{self.folder.name}/secret.txt".replace("/", "%2f"),
                     "secret.txt", "/secret.txt%00.html", "/index.html%00", "/%ff", "/.hidden", "/./index.html",
                     "http://elsewhere.example/index.html", "/data", "/data/", "/" + "a" * 5000):
            status, _, body = self.ask(path)
            self.assertEqual(status, 404, path)
            self.assertNotIn(b"secret", body)

    def test_every_kind_of_file_has_its_type(self):
        for path, kind in (("/app.0123abcd.js", "text/javascript; charset=utf-8"),
                           ("/app.0123abcd.wasm", "application/wasm"), ("/noto.0123abcd.ttf", "font/ttf"),
                           ("/icon.svg", "image/svg+xml"), ("/data/viet-nam/units.csv", "text/csv; charset=utf-8"),
                           ("/data/viet-nam/datapackage.json", "application/json; charset=utf-8")):
            self.assertEqual(self.ask(path)[1]["Content-Type"], kind)

    def test_compressed_copies_go_to_those_who_take_them(self):
        for accepted, encoding in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"),
                                   ("identity", None), ("", None), ("br;q=0.0, gzip;q=0", None)):
            status, headers, body = self.ask("/", Accept_Encoding=accepted)
            self.assertEqual((status, headers["Content-Encoding"]), (200, encoding), accepted)
            self.assertEqual(headers["Vary"], "Accept-Encoding")
            self.assertEqual(headers["Content-Type"], "text/html; charset=utf-8")
            if encoding == "gzip":
                self.assertEqual(gzip.decompress(body), PAGE)
        self.assertEqual(self.ask("/index.html.br")[0], 404)

    def test_a_known_version_is_not_sent_again(self):
        tag = self.ask("/")[1]["ETag"]
        for header in (tag, f'"other", {tag}', f"W/{tag}", "*"):
            status, headers, body = self.ask("/", If_None_Match=header)
            self.assertEqual((status, body), (304, b""), header)
            self.assertEqual(headers["ETag"], tag)
        self.assertEqual(self.ask("/", If_None_Match='"other"')[0], 200)
        self.assertNotEqual(self.ask("/", Accept_Encoding="br")[1]["ETag"], tag)

    def test_only_hashed_names_are_kept_for_ever(self):
        self.assertEqual(self.ask("/app.0123abcd.js")[1]["Cache-Control"], "public, max-age=31536000, immutable")
        for path in ("/", "/sw.js", "/data/viet-nam/units.csv", "/missing.0123abcd.js"):
            self.assertEqual(self.ask(path)[1]["Cache-Control"], "no-cache", path)

    def test_every_answer_carries_the_security_policy(self):
        tag = self.ask("/")[1]["ETag"]
        for path, method, more in (("/", "GET", {}), ("/none", "GET", {}), ("/", "POST", {}),
                                   ("/", "GET", {"If_None_Match": tag})):
            headers = self.ask(path, method, **more)[1]
            policy = headers["Content-Security-Policy"]
            self.assertTrue(policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"))
            self.assertTrue(policy.endswith("frame-ancestors 'self' https://example.org"))
            self.assertIn("connect-src 'self' https: ", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertIn("camera=()", headers["Permissions-Policy"])

    def test_head_sends_the_headers_only(self):
        _, get, _ = self.ask("/")
        status, head, body = self.ask("/", "HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertEqual(head["Content-Length"], get["Content-Length"])

    def test_other_methods_are_refused(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            status, headers, _ = self.ask("/", method)
            self.assertEqual((status, headers["Allow"]), (405, "GET, HEAD"), method)

    def test_a_missing_page_is_said_in_both_languages(self):
        status, headers, body = self.ask("/khong-co")
        self.assertEqual((status, headers["Content-Type"]), (404, "text/html; charset=utf-8"))
        self.assertIn("Không có trang này", body.decode())
        self.assertIn("There is no such page", body.decode())

    def test_this_machine_only_is_the_default(self):
        self.assertEqual(self.server.server_address[0], "127.0.0.1")


class Refused(unittest.TestCase):
    def one_line(self, *arguments):
        """The only line of standard error of a serve.py that must not start."""
        done = subprocess.run([sys.executable, ROOT / "serve.py", *arguments], capture_output=True, text=True,
                              timeout=60)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        return done.stderr.strip()

    def test_a_taken_port_is_one_clear_line(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assertEqual(self.one_line("--port", str(port)),
                             f"error: port {port} is taken; choose another with --port")

    def test_an_impossible_port_is_one_clear_line(self):
        self.assertIn("port 99999 is not between 0 and 65535", self.one_line("--port", "99999"))

    def test_a_missing_tool_is_named_with_how_to_install_it(self):
        said = []
        with self.assertRaises(setup.SetupError) as caught:
            setup._ensure_tools({"nowhere-package": ("nowhere-command", "")}, install=False, say=said.append)
        self.assertIn("nowhere-package", str(caught.exception))
        self.assertEqual(len(str(caught.exception).splitlines()), 1)
        self.assertEqual(said, [])

    def test_a_failed_command_names_its_log(self):
        with self.assertRaises(setup.SetupError) as caught:
            setup.run(["false"], "serve-test", "the build")
        self.assertEqual(str(caught.exception), "the build failed; see build/log/serve-test.log")


if __name__ == "__main__":
    unittest.main()
