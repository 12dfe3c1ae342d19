module.exports = require('@strapi/strapi').factories.createCoreController('api::payment-terminal.payment-terminal');
