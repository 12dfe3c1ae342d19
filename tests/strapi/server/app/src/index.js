/** Makes the two tokens of the test at the first start, and tells them to whoever started this Strapi. */
module.exports = {
  async bootstrap({ strapi }) {
    const tokens = strapi.service('admin::api-token');
    const make = async (name, type) => {
      if (await tokens.exists({ name })) return null;
      const token = await tokens.create({ name, type, description: '', lifespan: null });
      return token.accessKey;
    };
    const readOnly = await make('willba-pos', 'read-only');
    const fullAccess = await make('test', 'full-access');
    process.send?.({ readOnly, fullAccess });
  },
};
