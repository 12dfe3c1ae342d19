/**
 * What gives secrets or a sale to somebody who is not Nets or Strapi, or reads their answers as something else.
 *
 * @type {readonly import('./bugs.mjs').Bug[]}
 */
export const networkBugs = [
  {
    name: 'a variable of the environment switches TLS checks off',
    file: 'electron/http/connection.ts',
    find: '    rejectUnauthorized: true,\n',
    plant: '',
  },
  {
    name: 'a certificate for anybody is good for Nets',
    file: 'electron/http/connection.ts',
    find: '    checkServerIdentity,\n',
    plant: '    checkServerIdentity: () => undefined,\n',
  },
  {
    name: 'the proxy that is reached by TLS is not verified for its own name',
    file: 'electron/http/connection.ts',
    find: 'await secure(plain, route.host, options)',
    plant: 'await secure(plain, hostOf(url), options)',
  },
  {
    name: 'a variable names whom to trust',
    file: 'electron/http/certificates.ts',
    find: "process.platform === 'linux' && ",
    plant: "process.platform === 'aix' && ",
  },
  {
    name: 'a flag writes the keys of every connection into a file',
    file: 'electron/http/connection.ts',
    find: "  secured.removeAllListeners('keylog');\n",
    plant: '',
  },
  {
    name: 'a packed answer is read as it comes',
    file: 'electron/http/one-request.ts',
    find: 'await decodeBody(Buffer.from(bytes), codings, mostBytes),',
    plant: "await decodeBody(Buffer.from(bytes), '', LARGEST_ANSWER_BYTES),",
  },
  {
    name: 'a bomb is unpacked',
    file: 'electron/http/decode-body.ts',
    find: 'decoded = await decode(decoded, { maxOutputLength: mostBytes });',
    plant: 'decoded = await decode(decoded, {});',
  },
  {
    name: 'a 100 before an answer ends the call',
    file: 'electron/http/one-request.ts',
    find: '  skipInterimAnswers(socket);\n',
    plant: '',
  },
  {
    name: 'a proxy that wants a log-in is told as one that does not',
    file: 'shared/network-cause.ts',
    find: "  PROXY_407: 'proxy-login',\n",
    plant: '',
  },
  {
    name: 'the evidence does not say why nobody could log in',
    file: 'electron/nets/authorised-call.ts',
    find: 'networkCause(because) === null ?',
    plant: 'networkCause(because) !== undefined ?',
  },
  {
    name: 'a right that the token lacks looks like terminals without a place',
    file: 'electron/strapi/records.ts',
    find: "Object.hasOwn(fields, 'terminalId') && !Object.hasOwn(fields, 'pointOfSale');",
    plant: "Object.hasOwn(fields, 'terminalId') && !Object.hasOwn(fields, 'name');",
  },
  {
    name: 'a proxy that says 100 before it tunnels has refused',
    file: 'electron/http/connection.ts',
    find: 'statusCode >= 100 && statusCode < 200 && statusCode !== 101;',
    plant: 'statusCode < 100;',
  },
];
