module.exports = require('@strapi/strapi').factories.createCoreController('api::pos-payment.pos-payment');
