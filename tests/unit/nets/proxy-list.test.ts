import { expect, test } from 'vitest';
import { parseProxyList } from '../../../electron/http/proxy-list.ts';

const direct = { kind: 'direct' };
const proxy = (host: string, port: number, secure = false) => ({ kind: 'proxy', secure, host, port });

test.each<[string, unknown[]]>([
  ['', [direct]],
  [' ; ', [direct]],
  ['DIRECT', [direct]],
  ['PROXY proxy.example:8080; DIRECT', [proxy('proxy.example', 8080), direct]],
  ['proxy a:1;PROXY b:2', [proxy('a', 1), proxy('b', 2)]],
  ['PROXY proxy.example', [proxy('proxy.example', 80)]],
  ['HTTPS proxy.example', [proxy('proxy.example', 443, true)]],
  ['HTTP proxy.example:3128', [proxy('proxy.example', 3128)]],
  ['PROXY [::1]:8080', [proxy('::1', 8080)]],
  ['SOCKS5 a:1080; PROXY b:8080', [proxy('b', 8080)]],
  ['SOCKS5 a:1080', []],
  ['PROXY', []],
  ['PROXY a:b', []],
  ['PROXY user:pass@a:8080', []],
])('%j', (list, expected) => {
  expect(parseProxyList(list)).toEqual(expected);
});
