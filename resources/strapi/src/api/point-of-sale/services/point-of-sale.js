module.exports = require('@strapi/strapi').factories.createCoreService('api::point-of-sale.point-of-sale');
