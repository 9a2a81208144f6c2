// Ends with 0 where the hub on this machine is ready: for health checks of containers, which have no curl.
const port = process.env.PORT || 4000;
const listening = process.env.HUB_HOST?.replace(/^\[(.*)\]$/, "$1") || "0.0.0.0";
// A hub that listens on every address is reached on loopback.
const address = { "0.0.0.0": "127.0.0.1", "::": "::1" }[listening] ?? listening;
const host = address.includes(":") ? `[${address}]` : address;
const { pathname } = new URL(process.env.HUB_PUBLIC_URL || "http://hub");
const url = `http://${host}:${port}${pathname.replace(/\/$/, "")}/health/ready`;
const answer = await fetch(url, { signal: AbortSignal.timeout(4000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);

export {};
