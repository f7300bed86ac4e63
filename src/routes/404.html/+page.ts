export const csr = false;
// The static host looks for the file 404.html, not for a folder of that name.
export const trailingSlash = 'never';
