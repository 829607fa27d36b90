"""An identity provider on this machine: OpenID Connect with a code, PKCE and signed tokens.

Everybody who is named may log in without a password; a test says who comes and what the provider
tells of them.
"""

import json
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, WORD = "taakstelling", "w" * 40


class Provider:
    """The provider.

    Attributes
    ----------
    url
        Its address, the issuer of its tokens.
    who
        Name to claims beside those that every token has; they may also replace these.
        ``seconds_old`` is no claim: how long before now the token was given.
    forging
        Names whose token is signed with a key that is not the provider's.
    """

    def __init__(self, url):
        from joserfc.jwk import RSAKey

        self.url, self.who, self.forging = url, {}, set()
        self._key, self._other = (
            RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})
            for _ in range(2)
        )
        self._codes = {}

    def discovery(self):
        return {
            "issuer": self.url,
            **{
                f"{name}_endpoint": f"{self.url}/{name}"
                for name in ("authorization", "token", "end_session")
            },
            "jwks_uri": f"{self.url}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def jwks(self):
        return {"keys": [self._key.as_dict(private=False)]}

    def page(self, asked):
        """Return a page with a link per person, back to the app with a code."""
        links = []
        for name in self.who:
            code = secrets.token_urlsafe(16)
            self._codes[code] = (name, asked)
            back = urlencode({"code": code, "state": asked["state"]})
            links.append(f'<p><a href="{asked["redirect_uri"]}?{back}">{name}</a></p>')
        return f"<!doctype html><title>Wie bent u?</title>{''.join(links)}"

    def token(self, sent):
        """Return the token for a code, once, to who asked for it."""
        from joserfc import jwt

        name, asked = self._codes.pop(sent["code"])
        challenge = urlsafe_b64encode(sha256(sent["code_verifier"].encode()).digest())
        assert challenge.decode().rstrip("=") == asked["code_challenge"]
        assert sent["redirect_uri"] == asked["redirect_uri"]
        claims = dict(self.who[name])
        now = int(time.time()) - claims.pop("seconds_old", 0)
        told = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": name,
            "iat": now,
            "exp": int(time.time()) + 3600,
        }
        told |= {"nonce": asked["nonce"], "preferred_username": name} | claims
        key = self._other if name in self.forging else self._key
        signed = jwt.encode({"alg": "RS256", "kid": "een"}, told, key)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}


@contextmanager
def provider():
    """Give a provider that answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            place = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(place.query).items()}
            if place.path == "/authorization":
                self._say(found.page(asked), "text/html")
            elif place.path == "/end_session":
                self.send_response(302)
                self.send_header("Location", asked["post_logout_redirect_uri"])
                self.end_headers()
            else:
                told = found.jwks() if place.path == "/jwks" else found.discovery()
                self._say(json.dumps(told), "application/json")

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(json.dumps(found.token(sent)), "application/json")

        def _say(self, words, kind):
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
