module.exports = require('@strapi/strapi').factories.createCoreController('api::point-of-sale.point-of-sale');
