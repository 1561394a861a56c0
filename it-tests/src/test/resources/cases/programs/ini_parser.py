import re
import io
from collections import OrderedDict

class ConfigError(Exception):
    def __init__(self, line_no, message):
        self.line_no = line_no
        self.message = message
        super().__init__(f"line {line_no}: {message}")

class Config:
    SECTION = re.compile(r'^\[(?P<name>[^\]]+)\]$')
    PAIR = re.compile(r'^(?P<key>[\w.-]+)\s*[=:]\s*(?P<value>.*)$')
    INTERP = re.compile(r'\$\{(\w+)(?::(\w+))?\}')

    def __init__(self):
        self.sections = OrderedDict()

    @classmethod
    def parse(cls, text):
        cfg = cls()
        current = 'DEFAULT'
        cfg.sections[current] = {}
        for no, raw in enumerate(io.StringIO(text), start=1):
            line = raw.strip()
            if not line or line[0] in '#;':
                continue
            m = cls.SECTION.match(line)
            if m:
                current = m.group('name')
                if current in cfg.sections:
                    raise ConfigError(no, f"duplicate section {current!r}")
                cfg.sections[current] = {}
                continue
            m = cls.PAIR.match(line)
            if not m:
                raise ConfigError(no, f"cannot parse {line!r}")
            cfg.sections[current][m['key']] = m['value'].strip('"')
        return cfg

    def get(self, section, key, default=None):
        value = self.sections.get(section, {}).get(key)
        if value is None:
            value = self.sections['DEFAULT'].get(key, default)
        if value is None:
            raise KeyError(f"{section}.{key}")
        return self.interpolate(section, value)

    def interpolate(self, section, value, depth=0):
        if depth > 5:
            raise RecursionError("interpolation too deep")
        def repl(m):
            if m.group(2):
                return self.get(m.group(1), m.group(2))
            return self.get(section, m.group(1))
        return self.INTERP.sub(repl, value)

    def getint(self, section, key, default=None):
        return int(self.get(section, key, default))

    def getbool(self, section, key):
        v = self.get(section, key).lower()
        if v in ('yes', 'true', 'on', '1'):
            return True
        if v in ('no', 'false', 'off', '0'):
            return False
        raise ValueError(f"not a boolean: {v}")

    def dump(self):
        out = io.StringIO()
        for name, items in self.sections.items():
            if not items:
                continue
            print(f"[{name}]", file=out)
            width = max(map(len, items))
            for k, v in items.items():
                print(f"{k:<{width}} = {v}", file=out)
            out.write("\n")
        return out.getvalue().rstrip()

SAMPLE = '''\
root = /srv
; comment
[server]
host = localhost
port : 8080
debug = Yes
path = ${root}/www/${host}
[client]
timeout=30
url = "http://${server:host}:${server:port}/"
'''
cfg = Config.parse(SAMPLE)
print(cfg.dump())
print(cfg.get('server', 'path'), cfg.get('client', 'url'))
print(cfg.getint('server', 'port') + 1, cfg.getint('client', 'retries', '3'), cfg.getbool('server', 'debug'))
for bad in ("[a]\n[a]\n", "[x]\njust words\n"):
    try:
        Config.parse(bad)
    except ConfigError as e:
        print(type(e).__name__, e, e.line_no)
try:
    cfg.get('client', 'nope')
except KeyError as e:
    print("missing", e)
try:
    cfg.getbool('client', 'timeout')
except ValueError as e:
    print(e)
