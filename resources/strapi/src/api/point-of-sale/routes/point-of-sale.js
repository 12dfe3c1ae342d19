module.exports = require('@strapi/strapi').factories.createCoreRouter('api::point-of-sale.point-of-sale');
