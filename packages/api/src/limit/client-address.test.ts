import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const of = (header: string | null, hops: number, value?: string, peer = '10.0.0.9') =>
  clientAddress(
    { headers: new Headers(value === undefined ? {} : { [header ?? 'X-Forwarded-For']: value }) },
    peer,
    {
      header,
      hops,
    },
  );

describe('the address of a client', () => {
  it('is that of the connection, whatever a header says, if no header is trusted', () => {
    expect(of(null, 1, '1.2.3.4')).toBe('10.0.0.9');
  });

  it('is what the last trusted proxy added to the header, not what the client wrote', () => {
    expect(of('X-Forwarded-For', 1, '6.6.6.6, 1.2.3.4')).toBe('1.2.3.4');
    expect(of('X-Forwarded-For', 2, '6.6.6.6, 1.2.3.4, 10.1.1.1')).toBe('1.2.3.4');
    expect(of('CF-Connecting-IP', 1, '1.2.3.4')).toBe('1.2.3.4');
  });

  it('is that of the connection if the header has too few addresses', () => {
    expect(of('X-Forwarded-For', 3, '1.2.3.4')).toBe('10.0.0.9');
    expect(of('X-Forwarded-For', 1)).toBe('10.0.0.9');
  });

  it('has a bounded length, whatever the header contains', () => {
    expect(of('X-Forwarded-For', 1, 'a'.repeat(9_000))).toHaveLength(64);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
    ['1.2.3.4:5678', '1.2.3.4'],
  ])('%s counts as %s', (address, counted) => {
    expect(of(null, 1, undefined, address)).toBe(counted);
  });
});
