name, width, value = "ada", 12, 1234.5678
print(f"{name!r:>{width}}|{name:<8}|{name:^9}|{value:+.1f}|{value:012.3f}|{-7:05d}|{255:#x}|{255:b}|{1234567:,}")
print(f"{name=} {value=:.2f} {'nested ' + f'{name}'} {{literal}}")
print(f"{True} {None} {[1, 2]} {(1, 2.5)} {3:>4}{'x':*^5}")
