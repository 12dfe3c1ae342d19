module.exports = require('@strapi/strapi').factories.createCoreRouter('api::pos-payment.pos-payment');
