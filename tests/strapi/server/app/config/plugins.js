module.exports = { 'users-permissions': { config: { jwtSecret: 'test-only-jwt-secret' } } };
