class Chip8:
    FONT = [0xF0, 0x90, 0x90, 0x90, 0xF0, 0x20, 0x60, 0x20, 0x20, 0x70]

    def __init__(self):
        self.memory = bytearray(4096)
        self.V = [0] * 16
        self.I = 0
        self.pc = 0x200
        self.stack = []
        self.delay = 0
        self.display = [[0] * 64 for _ in range(32)]
        for i, b in enumerate(self.FONT):
            self.memory[i] = b
        self.cycles = 0
        self.ops = {
            0x0: self.op_0, 0x1: self.op_jump, 0x2: self.op_call, 0x3: self.op_se,
            0x4: self.op_sne, 0x6: self.op_ld, 0x7: self.op_add, 0x8: self.op_alu,
            0xA: self.op_ldi, 0xD: self.op_draw, 0xF: self.op_misc,
        }

    def load(self, program):
        for i, word in enumerate(program):
            self.memory[0x200 + 2 * i] = word >> 8
            self.memory[0x200 + 2 * i + 1] = word & 0xFF

    def step(self):
        opcode = self.memory[self.pc] << 8 | self.memory[self.pc + 1]
        self.pc += 2
        handler = self.ops.get(opcode >> 12)
        if handler is None:
            raise ValueError(f"Unknown opcode {opcode:04X} at {self.pc - 2:#05x}")
        handler(opcode)
        self.cycles += 1

    def op_0(self, op):
        if op == 0x00E0:
            for row in self.display:
                for i in range(64):
                    row[i] = 0
        elif op == 0x00EE:
            self.pc = self.stack.pop()

    def op_jump(self, op):
        self.pc = op & 0xFFF

    def op_call(self, op):
        self.stack.append(self.pc)
        self.pc = op & 0xFFF

    def op_se(self, op):
        if self.V[op >> 8 & 0xF] == op & 0xFF:
            self.pc += 2

    def op_sne(self, op):
        if self.V[op >> 8 & 0xF] != op & 0xFF:
            self.pc += 2

    def op_ld(self, op):
        self.V[op >> 8 & 0xF] = op & 0xFF

    def op_add(self, op):
        x = op >> 8 & 0xF
        self.V[x] = (self.V[x] + (op & 0xFF)) & 0xFF

    def op_alu(self, op):
        x, y, k = op >> 8 & 0xF, op >> 4 & 0xF, op & 0xF
        vx, vy = self.V[x], self.V[y]
        if k == 0: self.V[x] = vy
        elif k == 1: self.V[x] |= vy
        elif k == 2: self.V[x] &= vy
        elif k == 3: self.V[x] ^= vy
        elif k == 4:
            s = vx + vy
            self.V[x] = s & 0xFF
            self.V[0xF] = 1 if s > 255 else 0
        elif k == 5:
            self.V[0xF] = int(vx >= vy)
            self.V[x] = (vx - vy) & 0xFF
        else:
            raise NotImplementedError(hex(op))

    def op_ldi(self, op):
        self.I = op & 0xFFF

    def op_draw(self, op):
        x, y, n = self.V[op >> 8 & 0xF] % 64, self.V[op >> 4 & 0xF] % 32, op & 0xF
        self.V[0xF] = 0
        for row in range(n):
            bits = self.memory[self.I + row]
            for col in range(8):
                if bits & (0x80 >> col):
                    px, py = (x + col) % 64, (y + row) % 32
                    if self.display[py][px]:
                        self.V[0xF] = 1
                    self.display[py][px] ^= 1

    def op_misc(self, op):
        x = op >> 8 & 0xF
        lo = op & 0xFF
        match lo:
            case 0x1E:
                self.I += self.V[x]
            case 0x29:
                self.I = self.V[x] * 5
            case 0x33:
                v = self.V[x]
                self.memory[self.I:self.I + 3] = bytes([v // 100, v // 10 % 10, v % 10])
            case _:
                raise NotImplementedError(f"{op:04x}")

    def render(self):
        return "\n".join("".join(" █"[p] for p in row[:24]) for row in self.display[:8])

c = Chip8()
c.load([0x6000, 0x6101, 0xF029, 0xD015, 0x6101, 0xF129, 0x7008, 0xD015,
        0x6200, 0x7201, 0x32FA, 0x1212, 0xA300, 0xF233, 0x6305, 0x64FF, 0x8344, 0xFFFF])
try:
    while True:
        c.step()
except NotImplementedError as e:
    print("stopped:", type(e).__name__, e)
except (IndexError, ValueError) as e:
    print("bad:", e)
print(c.render())
print(c.V, f"I={c.I:03X} pc={c.pc:#x}", c.cycles)
print(list(c.memory[0x300:0x303]), bytes(c.memory[0x200:0x208]).hex(' '))
