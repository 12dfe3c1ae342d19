/** Makes the tokens of the test at the first start, and tells them to whoever started this Strapi. */
module.exports = {
  async bootstrap({ strapi }) {
    const tokens = strapi.service('admin::api-token');
    const make = async (name, type, permissions) => {
      if (await tokens.exists({ name })) return null;
      const token = await tokens.create({ name, type, description: '', lifespan: null, ...(permissions ? { permissions } : {}) });
      return token.accessKey;
    };
    const readOnly = await make('willba-pos', 'read-only');
    // As README.md says: it may create and update payments, and nothing else.
    const rights = ['create', 'update'].map((right) => `api::pos-payment.pos-payment.${right}`);
    const outbox = await make('willba-pos-outbox', 'custom', rights);
    const fullAccess = await make('test', 'full-access');
    process.send?.({ readOnly, outbox, fullAccess });
  },
};
