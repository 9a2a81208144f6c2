import { packPartnerCli } from "./partner-package.ts";

console.log(await packPartnerCli(process.argv[2] ?? "."));
