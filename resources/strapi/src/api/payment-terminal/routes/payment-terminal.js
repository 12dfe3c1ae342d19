module.exports = require('@strapi/strapi').factories.createCoreRouter('api::payment-terminal.payment-terminal');
