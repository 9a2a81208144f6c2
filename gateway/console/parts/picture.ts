/** How many pixels of the picture one pixel of the page becomes. */
const SCALE = 2;

/** A drawing as PNG on a ground of `paper`. Null if the browser cannot draw it. */
export async function pictureOf(svg: SVGSVGElement, paper: string): Promise<Blob | null> {
	const { width, height } = svg.getBoundingClientRect();
	const text = new XMLSerializer().serializeToString(svg);
	const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
	try {
		const image = new Image(width * SCALE, height * SCALE);
		image.src = url;
		await image.decode();
		const canvas = document.createElement("canvas");
		canvas.width = width * SCALE;
		canvas.height = height * SCALE;
		const context = canvas.getContext("2d");
		if (!context) return null;
		context.fillStyle = paper;
		context.fillRect(0, 0, canvas.width, canvas.height);
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done) => canvas.toBlob(done, "image/png"));
	} finally {
		URL.revokeObjectURL(url);
	}
}
