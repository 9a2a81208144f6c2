/** Reads at least `size` bytes, or to the end, without consuming them: `all` yields the whole stream. */
export async function peekStream(
	bytes: AsyncIterable<Buffer>,
	size: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
	const source = bytes[Symbol.asyncIterator]();
	let head: Buffer = Buffer.alloc(0);
	let ended = false;
	while (head.length < size && !ended) {
		const next = await source.next();
		if (next.done) ended = true;
		else head = Buffer.concat([head, next.value]);
	}
	async function* all() {
		if (head.length > 0) yield head;
		while (!ended) {
			const next = await source.next();
			if (next.done) return;
			yield next.value;
		}
	}
	return { head, all: all() };
}
