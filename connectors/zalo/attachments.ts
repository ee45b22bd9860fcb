/** Where the platform keeps what people send. */
export const mediaHosts = ['.zdn.vn', '.zadn.vn'];
