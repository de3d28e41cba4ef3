internal import Foundation
internal import Glibc

/// What a system call that has just failed says in Chinese: the reason, and what to do about it.
package func systemTrouble() -> (reason: String, remedy: String) {
    NSError(domain: NSPOSIXErrorDomain, code: Int(errno)).fileTrouble
}

extension Error {
    /// What the file system refused and what to do about it, in Chinese; Foundation's own words are English.
    package var fileTrouble: (reason: String, remedy: String) {
        switch errorNumber {
        case ENOENT: ("文件或文件夹不存在", "请检查路径；如果是链接，请检查它指向的位置")
        case EACCES, EPERM: ("没有权限", "请开放权限，或换一个有权限的用户运行")
        case ENOSPC, EDQUOT: ("磁盘空间不足", "请清理磁盘，或换一个位置")
        case EROFS: ("磁盘是只读的", "请换一个位置")
        case ENAMETOOLONG: ("名称太长", "请把文件夹或文件名改短")
        case ELOOP: ("链接互相指来指去", "请检查链接指向的位置")
        case EISDIR: ("是文件夹，不是文件", "请检查是否写错了位置")
        case ENOTDIR: ("路径的一部分不是文件夹", "请检查路径是否写对")
        case EBUSY: ("别的程序正在使用，或者是磁盘的挂载点", "请换一个位置")
        case EXDEV: ("不在同一个磁盘上", "请换一个位置")
        case let number?: ("系统错误\(number)（\(String(cString: strerror(number)))）", "请检查磁盘和权限")
        case nil: ("\(self)", "请检查磁盘和权限")
        }
    }

    /// The `errno` that is at the bottom of an error of Foundation's.
    private var errorNumber: Int32? {
        let error = self as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        if let inner = error.userInfo[NSUnderlyingErrorKey] as? any Error, let number = inner.errorNumber { return number }
        return switch (self as? CocoaError)?.code {
        case .fileNoSuchFile?, .fileReadNoSuchFile?: ENOENT
        case .fileReadNoPermission?, .fileWriteNoPermission?: EACCES
        case .fileWriteOutOfSpace?: ENOSPC
        case .fileWriteVolumeReadOnly?: EROFS
        default: nil
        }
    }
}
