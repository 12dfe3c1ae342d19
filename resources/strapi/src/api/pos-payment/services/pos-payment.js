module.exports = require('@strapi/strapi').factories.createCoreService('api::pos-payment.pos-payment');
