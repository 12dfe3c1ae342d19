const { createStrapi } = require('@strapi/strapi');

createStrapi({ appDir: __dirname, distDir: __dirname })
  .start()
  .then(() => process.send?.({ ready: true }))
  .catch((cause) => {
    process.stderr.write(`${cause.stack}\n`);
    process.exit(1);
  });
