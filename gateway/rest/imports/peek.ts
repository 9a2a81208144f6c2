/** The first bytes of a file, at least `size` where it has so many, and the whole of it again. */
export async function peek(
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
