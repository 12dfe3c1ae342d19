module.exports = () => ({
  serveAdminPanel: false,
  auth: { secret: 'test-only-admin-secret' },
  apiToken: { salt: 'test-only-salt' },
  transfer: { token: { salt: 'test-only-transfer-salt' } },
  secrets: { encryptionKey: 'test-only-encryption-key-32-bytes' },
});
