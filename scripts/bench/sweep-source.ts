import { createServer } from 'node:http';

// Run by `bench/sweep.ts` in a process of its own: a system of dossiers that answers at once, in iGate v1's shape, two in a hundred of them moved.
const server = createServer((request, response) => {
  const code = new URL(request.url ?? '', 'http://localhost').searchParams.get('tukhoa') ?? '';
  const moved = /(?:00|50)$/.test(code);
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      tccn_ten: 'Trần Thị Minh Họa',
      tccn_diachi: 'Phường Minh Họa',
      tenhoso: 'Đăng ký khai sinh',
      socmnd: '001099000012',
      ngaynhan: '01/11/2026',
      tinhtrang_hoso: moved ? 'Đã có kết quả' : 'Đang xử lý',
      ngaytraketqua: '',
      ngayxulyxong: '',
      nguoinhan: 'Cán bộ Minh Họa',
    }),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on ${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
