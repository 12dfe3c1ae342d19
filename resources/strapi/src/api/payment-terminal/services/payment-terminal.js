module.exports = require('@strapi/strapi').factories.createCoreService('api::payment-terminal.payment-terminal');
